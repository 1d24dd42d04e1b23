import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { BuildOptions } from './options.ts'

/** Stands for everything that a build reads, as it was at one moment. */
export interface Probe {
  /** Equal as long as nobody touched a file or a ref; made of times and sizes, no file is read. */
  readonly key: string
  /** True when something was written so shortly before that a later change might carry the same time. */
  readonly isFresh: boolean
}

/** Milliseconds within which a file system may give two writes the same time. */
const tick = 50
/** More than this is not looked at: a full look at the handbook is then as quick. */
const most = 200_000

/**
 * Takes a probe of a handbook: name, size, times and inode of every file of its repository, of its refs, and all that
 * was asked for. Taken before the handbook is read, so that what changes meanwhile shows the next time.
 *
 * @param site - key of Whybook's code
 * @param out - folder of the site; it and what lies beside it during a build do not count
 * @returns null where that cannot be told
 */
export function probeOf(options: BuildOptions, out: string, site: string): Probe | null {
  const top = repositoryOf(options.root) ?? options.root
  // Of a bare repository we would have to know which of its files are refs.
  if (existsSync(join(top, 'HEAD')) && existsSync(join(top, 'objects'))) return null
  const hash = createHash('sha256')
  const now = new Date()
  const asked = { ...options, clean: false }
  hash.update(JSON.stringify([asked, site, now.toDateString(), now.toISOString().slice(0, 10), process.env['TZ']]))
  let newest = 0n
  let left = most
  const add = (path: string): void => {
    const stat = lstatSync(path, { bigint: true, throwIfNoEntry: false })
    const target = stat?.isSymbolicLink() === true ? statSync(path, { bigint: true, throwIfNoEntry: false }) : stat
    for (const each of stat === target ? [stat] : [stat, target]) {
      if (each === undefined) hash.update(`${path}\0\n`)
      else hash.update(`${path}\0${each.mode} ${each.size} ${each.mtimeNs} ${each.ctimeNs} ${each.ino}\n`)
      if (each !== undefined && each.ctimeNs > newest) newest = each.ctimeNs
    }
    left -= 1
  }
  try {
    for (const file of gitFiles(top)) add(file)
    for (const file of filesOf(top, (path) => isLeftOut(path, out))) {
      add(file)
      if (left < 0) return null
    }
  } catch {
    return null
  }
  return { key: hash.digest('hex'), isFresh: Number(newest / 1_000_000n) > now.getTime() - tick }
}

function isLeftOut(path: string, out: string): boolean {
  return path === out || path.startsWith(`${out}.`) || /[/\\](\.git|\.whybook|node_modules)$/.test(path)
}

function* filesOf(folder: string, isSkipped: (path: string) => boolean): Iterable<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (isSkipped(path)) continue
    if (entry.isDirectory()) yield* filesOf(path, isSkipped)
    else yield path
  }
}

/** What decides where HEAD stands, how it came there, and what can be read of it. */
function* gitFiles(top: string): Iterable<string> {
  const own = gitDirectoryOf(top)
  if (own === null) return
  const shared = existsSync(join(own, 'commondir'))
    ? resolve(own, readFileSync(join(own, 'commondir'), 'utf8').trim())
    : own
  for (const name of ['HEAD', 'config.worktree']) yield join(own, name)
  // A pack that is fetched later can bring versions that were missing.
  for (const name of ['config', 'packed-refs', 'shallow', 'objects/pack', 'objects/info/alternates'])
    yield join(shared, name)
  for (const folder of new Set([join(own, 'refs'), join(shared, 'refs')])) {
    if (existsSync(folder)) yield* filesOf(folder, () => false)
  }
}

function gitDirectoryOf(top: string): string | null {
  const path = join(top, '.git')
  const stat = statSync(path, { throwIfNoEntry: false })
  if (stat === undefined) return null
  if (stat.isDirectory()) return path
  const [, target] = /^gitdir: (.*)$/m.exec(readFileSync(path, 'utf8')) ?? []
  return target === undefined ? null : resolve(top, target.trim())
}

/** The nearest folder above with a `.git`, or null. */
export function repositoryOf(folder: string): string | null {
  if (existsSync(join(folder, '.git'))) return folder
  const above = dirname(folder)
  return above === folder ? null : repositoryOf(above)
}
