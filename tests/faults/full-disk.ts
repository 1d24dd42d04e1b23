/**
 * Builds a handbook on a disk that is then full: node tests/faults/full-disk.ts FOLDER
 *
 * FOLDER is a small file system of its own, with nothing in it. Handbook, caches and output all lie on it. Prints an
 * {@link Answer} as JSON.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What a build on a full disk, and the one after it, did. */
export interface Told {
  readonly room: number
  readonly status: number | null
  readonly said: string
  /** The output stood as it was, every byte of it. */
  readonly oldStood: boolean
  /** Names beside the output that were not there before. */
  readonly left: readonly string[]
  /** The build with room again: its status, and whether it shows the new text. */
  readonly next: { readonly status: number | null; readonly isNew: boolean }
}

/** What {@link Told} says for each amount of room that was left. */
export interface Answer {
  readonly told: readonly Told[]
  /** The last output is what a build without a past gives. */
  readonly isClean: boolean
}

const [folder = ''] = process.argv.slice(2)
const handbook = join(folder, 'handbook')
const out = join(handbook, 'dist')
const git = (...args: string[]) =>
  execFileSync('git', ['-C', handbook, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args])
const bin = fileURLToPath(new URL('../../bin/whybook.js', import.meta.url))
const build = (...more: string[]) => {
  const run = spawnSync(process.execPath, [bin, 'build', '--root', handbook, '--out', out, ...more], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  })
  return { status: run.status, said: run.stdout + run.stderr }
}

mkdirSync(handbook)
git('init', '-q')
for (let n = 0; n < 4; n += 1)
  writeFileSync(join(handbook, `page-${n}.md`), `# Page ${n}\n\n${'Some text. '.repeat(200)}\n`)
write('Round 0.')
build()
const told: Told[] = []
for (const room of [0, 400_000]) {
  const before = read(out)
  const names = readdirSync(handbook)
  const round = `Room ${room}.`
  write(round)
  const ballast = join(folder, 'ballast')
  fill(ballast, room)
  const { status, said } = build()
  const oldStood = same(before, read(out))
  const left = readdirSync(handbook).filter((name) => !names.includes(name))
  rmSync(ballast)
  const next = build()
  const after = read(out)
  told.push({
    room,
    status,
    said,
    oldStood,
    left,
    next: {
      status: next.status,
      isNew: after.get('index.html')?.includes(round) === true,
    },
  })
}
const last = read(out)
build('--clean')
console.log(JSON.stringify({ told, isClean: same(last, read(out)) } satisfies Answer))

function write(text: string): void {
  writeFileSync(join(handbook, 'index.md'), `# Millrace\n\n${text}\n`)
  git('add', '--all')
  git('commit', '-qm', text)
}

/** Fills the disk, but for some bytes. */
function fill(file: string, room: number): void {
  const reserve = join(folder, 'reserve')
  writeFileSync(reserve, Buffer.alloc(room))
  const descriptor = openSync(file, 'w')
  const block = Buffer.alloc(4096)
  try {
    for (;;) writeSync(descriptor, block)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  } finally {
    closeSync(descriptor)
  }
  rmSync(reserve)
}

function read(place: string): ReadonlyMap<string, string> {
  const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return [path.slice(place.length + 1), readFileSync(path, 'latin1')]
    }),
  )
}

/** The same site; of its search index only a clean build promises the same bytes (decision 0005). */
function same(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  const site = (files: ReadonlyMap<string, string>) =>
    [...files].filter(([name]) => !name.startsWith('_whybook/search/'))
  return site(a).length === site(b).length && site(a).every(([name, bytes]) => b.get(name) === bytes)
}
