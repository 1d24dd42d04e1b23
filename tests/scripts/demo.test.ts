import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDemo } from '../../scripts/demo/make.ts'
import { landedMessage } from '../../scripts/demo/merge-request.ts'
import { story } from '../../scripts/demo/story.ts'
import { defaultOptions } from '../../src/handbook/default-options.ts'
import { openHandbook } from '../../src/handbook/open.ts'

const run = promisify(execFile)
let folder = ''
let demo = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whybook-demo-test-'))
  demo = join(folder, 'demo')
  await makeDemo(demo)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function git(directory: string, ...args: string[]): Promise<string> {
  const { stdout } = await run('git', ['-C', directory, ...args])
  return stdout.trim()
}

async function pages(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.name.endsWith('.md')).map((entry) => join(entry.parentPath, entry.name))
}

test('makes twenty-one pages and forty-one merge requests', async () => {
  expect(await pages(join(demo, 'content'))).toHaveLength(21)
  const landed = await git(demo, 'log', '--first-parent', '--format=%b')
  const numbers = [...landed.matchAll(/^See merge request millrace\/handbook!(\d+)$/gm)].map((match) =>
    Number(match[1]),
  )
  expect(numbers.toReversed()).toEqual(Array.from({ length: 41 }, (_, index) => index + 1))
})

test('leaves a clean work tree on main and no merged branches', async () => {
  expect(await git(demo, 'status', '--porcelain', '--branch')).toBe('## main')
  expect(await git(demo, 'branch', '--format=%(refname:short)')).toBe('main')
})

test('gives the same commits on every machine, whatever git is configured to do', async () => {
  const configuration = join(folder, 'gitconfig')
  await writeFile(
    configuration,
    '[core]\n\tautocrlf = true\n[user]\n\tname = Somebody\n[init]\n\tdefaultBranch = trunk\n',
  )
  const before = { ...process.env }
  Object.assign(process.env, {
    GIT_CONFIG_GLOBAL: configuration,
    GIT_AUTHOR_NAME: 'Somebody',
    GIT_COMMITTER_DATE: '2000-01-01T00:00:00Z',
    GIT_DIR: join(demo, '.git'),
    TZ: 'Asia/Tokyo',
  })
  const again = join(folder, 'again')
  try {
    await makeDemo(again)
  } finally {
    process.env = before
  }
  expect(await git(again, 'rev-parse', 'main', 'refs/notes/commits')).toBe(
    await git(demo, 'rev-parse', 'main', 'refs/notes/commits'),
  )
})

test('refuses a folder with something in it', async () => {
  await expect(makeDemo(demo)).rejects.toThrow('is not empty')
})

test('leaves nothing behind when it was made to be looked at', async () => {
  const script = fileURLToPath(new URL('../../scripts/demo.ts', import.meta.url))
  const child = spawn(process.execPath, [script, '--port', '0'], { stdio: ['ignore', 'pipe', 'ignore'] })
  let said = ''
  let wasThere = false
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    said += chunk
    if (wasThere || !said.includes('Ctrl C')) return
    wasThere = existsSync(join(folderIn(said), 'dist/index.html'))
    child.kill('SIGTERM')
  })
  expect(await once(child, 'close')).toEqual([0, null])
  expect(wasThere).toBe(true)
  expect(existsSync(folderIn(said))).toBe(false)
  expect(said).toContain(`Removed ${folderIn(said)}. To keep it:  npm run demo -- --out DIR`)
}, 300_000)

const folderIn = (said: string): string => /, in (\S+)\n/.exec(said)?.[1] ?? 'nowhere'

test('has merge commits and squashed commits, most of them with a reason', () => {
  const merged = story.filter((request) => request.how === 'merge')
  expect(merged.length).toBeGreaterThan(15)
  expect(story.length - merged.length).toBeGreaterThan(15)
  expect(story.filter((request) => request.description !== '').length).toBeGreaterThan(30)
  const [first] = merged
  expect(first && landedMessage(first)).toMatch(
    /^Merge branch 'how-we-work' into 'main'\n\nWrite down how we work\n\nNine people/,
  )
})

test('brings each paragraph of the travel allowance by a merge request of its own', async () => {
  const blame = await git(demo, 'blame', '--first-parent', '-s', 'content/money/travel-allowance.md')
  expect(new Set(blame.split('\n').map((line) => line.slice(0, 8))).size).toBeGreaterThanOrEqual(9)
})

test('shows what it was made for: every kind of status, reason and source, and nothing that is wrong', async () => {
  const handbook = await openHandbook(demo, defaultOptions)
  try {
    expect(handbook.findings.filter(({ level }) => level !== 'info')).toEqual([])
    expect(handbook.pages).toHaveLength(21)
    const views = await Promise.all(handbook.pages.map(({ route }) => handbook.view(route)))
    const statuses = views.flatMap((view) => (view.type === 'page' ? view.statuses.map(({ name }) => name) : []))
    expect([...new Set(statuses)].sort()).toEqual(
      [
        'accepted',
        'controlled',
        'due',
        'ended',
        'force',
        'later',
        'overdue',
        'proposed',
        'rejected',
        'superseded',
      ].sort(),
    )
    const reasons = handbook.history.changes.map(({ reasoning }) => reasoning)
    expect(reasons.filter((reason) => reason?.kind === 'why').length).toBeGreaterThan(20)
    expect(reasons.filter((reason) => reason?.kind === 'what').length).toBeGreaterThan(5)
    expect(reasons.filter((reason) => reason === null).length).toBeGreaterThan(3)
    expect(new Set(reasons.map((reason) => reason?.source))).toEqual(
      new Set(['note', 'merge', 'squash', 'branch', undefined]),
    )
  } finally {
    await handbook.close()
  }
})

test('links only to files that exist', async () => {
  for (const page of await pages(join(demo, 'content'))) {
    const text = (await readFile(page, 'utf8')).replace(/^(```|~~~)[\s\S]*?^\1/gm, '')
    for (const [, target = ''] of text.matchAll(/\]\(([^)#\s]+)/g)) {
      expect(existsSync(join(dirname(page), target)), `${relative(demo, page)} -> ${target}`).toBe(true)
    }
  }
})
