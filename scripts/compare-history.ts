/**
 * Compares the history of pages chosen at random with `git log --first-parent -m --follow`, and says for each
 * difference what git's answer rests on.
 *
 * Usage: node scripts/compare-history.ts DIR [--pages 40] [--seed 1] [--verbose]
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openRepository } from '../src/git/open.ts'
import { readHistory } from '../src/history/read.ts'
import type { History, PageChange } from '../src/model/history.ts'
import type { RepoPath } from '../src/model/ids.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    pages: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    verbose: { type: 'boolean', default: false },
  },
})
const [directory] = positionals
if (directory === undefined) throw new Error('Name a repository: node scripts/compare-history.ts DIR')

function git(...words: string[]): string {
  const environment = { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
  return execFileSync('git', ['-C', directory as string, ...words], { maxBuffer: 1 << 28, env: environment }).toString()
}

/** The same pages for the same seed on every machine. */
function sample<Value>(values: readonly Value[], count: number, seed: number): Value[] {
  let state = seed * 2654435761
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) >>> 0
    return state / 2 ** 32
  }
  const keyed = values.map((value) => ({ value, key: next() }))
  return keyed
    .sort((a, b) => a.key - b.key)
    .slice(0, count)
    .map(({ value }) => value)
}

const follow = (path: string, ...range: string[]) =>
  git('log', '--first-parent', '-m', '--follow', '--format=%H', ...range, '--', path)
    .split('\n')
    .filter(Boolean)
const mainLine = new Set(git('rev-list', '--first-parent', 'HEAD').split('\n'))
/** Entries that join an imported history: git's follow takes the first parent there, and finds a birth. */
const joins = new Map<string, string>()
for (const line of git('rev-list', '--first-parent', '--min-parents=2', '--parents', 'HEAD')
  .split('\n')
  .filter(Boolean)) {
  const [id = '', first = '', ...others] = line.split(' ')
  for (const other of others) if (!areRelated(first, other)) joins.set(id, other)
}

function areRelated(a: string, b: string): boolean {
  try {
    return git('merge-base', a, b) !== ''
  } catch {
    return false
  }
}

/** Git's list, carried on beyond a join by asking git again on the other side. */
function followBeyondJoins(
  path: RepoPath,
  ours: readonly PageChange[],
): { ids: Set<string>; join: string | undefined } {
  const ids = new Set(follow(path))
  const join = [...ids].find((id) => joins.has(id))
  const before = ours.find(({ change }) => !mainLine.has(change.id))
  if (join === undefined || before === undefined) return { ids, join: undefined }
  for (const id of follow(before.touch.path, joins.get(join) ?? '')) ids.add(id)
  // A page that was taken over as it was has not changed in the join.
  if (!ours.some(({ change }) => change.id === join)) ids.delete(join)
  return { ids, join }
}

/** Why the lists differ, as one would tell the author. */
function reasonsFor(path: RepoPath, ours: readonly PageChange[], theirs: ReadonlySet<string>, history: History) {
  const own = new Set<string>(ours.map(({ change }) => change.id))
  const onlyOurs = ours.filter(({ change }) => !theirs.has(change.id))
  const onlyTheirs = [...theirs].filter((id) => !own.has(id))
  const reasons = new Set<string>()
  const oldestShared = ours.findLastIndex(({ change }) => theirs.has(change.id))
  for (const [place, { change, touch }] of ours.entries()) {
    if (theirs.has(change.id)) continue
    if (place > oldestShared) reasons.add(whereGitStopped(ours[oldestShared]))
    else if (touch.kind === 'moved' && touch.added + touch.removed === 0) reasons.add('pure move that git skips')
    else reasons.add('git skipped an entry of the page')
  }
  const birth = ours.at(-1)?.touch
  for (const id of onlyTheirs) {
    const change = history.change(id)
    if (change === undefined) reasons.add('git lists an entry in which no page of ours changed')
    else if (change.touches.some((touch) => touch.path === birth?.path || touch.path === path))
      reasons.add('git goes on with another page that had the same path before')
    else reasons.add('git goes on with a page that ours takes for another')
  }
  return { onlyOurs, onlyTheirs, reasons: [...reasons] }
}

function whereGitStopped(last: PageChange | undefined): string {
  if (last === undefined) return 'git finds nothing'
  if (last.touch.kind === 'moved') return "git's follow lost the rename"
  if (last.touch.kind === 'added') return 'page came back after it had been removed'
  return "git's follow lost the page"
}

const folder = mkdtempSync(join(tmpdir(), 'whybook-compare-'))
const repository = await openRepository(directory, { adapter: 'auto' })
if ('absent' in repository) throw new Error(repository.absent)
const { history } = await readHistory(repository, { indexFile: join(folder, 'index'), mailmap: null })
await repository.close()
rmSync(folder, { recursive: true, force: true })

const paths = git('ls-tree', '-r', '-z', '--name-only', 'HEAD')
  .split('\0')
  .filter((path) => /\.(?:md|mdx|markdown)$/.test(path)) as RepoPath[]
const counts = new Map<string, number>()
let same = 0
let spliced = 0
for (const path of sample(paths, Number(values.pages), Number(values.seed))) {
  const ours = history.changesOf(path)
  const { ids: theirs, join: joined } = followBeyondJoins(path, ours)
  const { onlyOurs, onlyTheirs, reasons } = reasonsFor(path, ours, theirs, history)
  if (onlyOurs.length + onlyTheirs.length === 0) {
    same += 1
    const beyond = joined === undefined ? '' : ' (git asked again beyond the join of an imported history)'
    if (joined !== undefined) spliced += 1
    console.log(`same      ${ours.length} changes  ${path}${beyond}`)
    continue
  }
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  console.log(`differs   ours ${ours.length}, git ${theirs.size}  ${path}: ${reasons.join('; ')}`)
  if (!values.verbose) continue
  for (const { change, touch } of onlyOurs) {
    console.log(
      `    + ${change.id.slice(0, 10)} ${touch.kind} ${touch.previousPath ?? ''} ${touch.path}  ${change.title}`,
    )
  }
  for (const id of onlyTheirs) {
    const names = git('show', '-m', '--first-parent', '--name-status', '-M', '--format=%s', id).trim().split('\n')
    console.log(`    - ${id.slice(0, 10)} ${names[0]}`)
  }
}
console.log(
  `\n${same} of ${values.pages} pages the same, ${spliced} of them only when git is asked again beyond a join`,
)
for (const [reason, count] of counts) console.log(`${String(count).padStart(4)}  ${reason}`)
