/**
 * Compares the histories of blocks chosen at random with `git blame -w -M -C`: is the entry of the newest of a block's
 * lines in our chain? Prints each disagreement for reading, and totals.
 *
 * Usage: node scripts/compare-blame.ts DIR [N] [SEED]
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openRepository } from '../src/git/open.ts'
import { countWords } from '../src/history/forms.ts'
import { readHistory } from '../src/history/read.ts'
import type { BlockStory } from '../src/model/block-history.ts'
import type { RepoPath } from '../src/model/ids.ts'
import { oneLine } from '../src/text/one-line.ts'

const [directory, count = '200', seed = '1'] = process.argv.slice(2).filter((word) => word !== '--')
if (directory === undefined) throw new Error('Name a repository: node scripts/compare-blame.ts DIR [N] [SEED]')

function git(...words: string[]): string {
  const environment = { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' }
  return execFileSync('git', ['-C', directory as string, ...words], { maxBuffer: 1 << 28, env: environment }).toString()
}

/** The same numbers for the same seed on every machine, 0 to 1. */
function randomNumbers(start: number): () => number {
  let state = start * 2654435761
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) >>> 0
    return state / 2 ** 32
  }
}

const folder = mkdtempSync(join(tmpdir(), 'whybook-compare-'))
const repository = await openRepository(directory, { adapter: 'native' })
if ('absent' in repository) throw new Error(repository.absent)
const { history } = await readHistory(repository, { indexFile: join(folder, 'history'), mailmap: null })
await repository.close()
rmSync(folder, { recursive: true })

/** Entry of the main line, or of an imported history, that brought a commit in. */
const entryOf = new Map<string, string>()
for (const change of history.changes.toReversed()) {
  for (const id of [change.id, ...change.commits.map((commit) => commit.id)])
    if (!entryOf.has(id)) entryOf.set(id, change.id)
}
// Commits of a branch that touched no page of their own are no detail of an entry: git tells where they landed.
function landingOf(id: string): string {
  const known = entryOf.get(id)
  if (known !== undefined) return known
  const path = git('rev-list', '--first-parent', '--reverse', '--ancestry-path', `${id}..HEAD`).split('\n')
  const found = path.find((each) => entryOf.has(each)) ?? id
  entryOf.set(id, found)
  return found
}

const histories = history.blocks()
const pool: { readonly path: RepoPath; readonly block: BlockStory }[] = []
for (const path of git('ls-tree', '-rz', '--name-only', 'HEAD').split('\0')) {
  if (!/\.(md|mdx|markdown)$/.test(path)) continue
  const blocks = histories.blocksOf(path as RepoPath, git('show', `HEAD:${path}`))
  for (const block of blocks) if (countWords(block.text) >= 5) pool.push({ path: path as RepoPath, block })
}
const next = randomNumbers(Number(seed))
const keyed = pool.map((each) => ({ each, key: next() })).sort((a, b) => a.key - b.key)

const totals = { blocks: 0, inChain: 0, isNewest: 0, isLast: 0, isIntroduced: 0 }
for (const { each } of keyed.slice(0, Number(count))) {
  const { path, block } = each
  const lines = git(
    'blame',
    '-w',
    '-M',
    '-C',
    '--porcelain',
    '-L',
    `${block.line},${block.endLine}`,
    'HEAD',
    '--',
    path,
  )
  const named = [...lines.matchAll(/^([0-9a-f]{40}) \d+ \d+/gm)].map(([, id = '']) => landingOf(id))
  const ordinal = (id: string) => history.change(id)?.ordinal ?? -1
  const newest = named.toSorted((a, b) => ordinal(b) - ordinal(a))[0] ?? ''
  const ids = block.chain.map(({ change }) => change.change.id as string)
  totals.blocks += 1
  totals.isNewest += ids[0] === newest ? 1 : 0
  totals.isLast += block.last?.change.change.id === newest ? 1 : 0
  totals.isIntroduced += block.introduced?.change.change.id === newest ? 1 : 0
  if (ids.includes(newest)) {
    totals.inChain += 1
    continue
  }
  const tell = (id: string) => {
    const change = history.change(id)
    return `${id.slice(0, 12)} ${change?.landedAt?.slice(0, 10) ?? ''} ${change?.title ?? '(no entry)'}`
  }
  console.log(`\n${path}:${block.line} ${block.kind}\n  ${oneLine(block.text).slice(0, 200)}\n  blame: ${tell(newest)}`)
  for (const { change, class: name } of block.chain) console.log(`  ${name.padEnd(9)} ${tell(change.change.id)}`)
}
console.log(
  `\nOf ${totals.blocks} blocks blame's entry is in our chain for ${totals.inChain}; it is our newest change of any ` +
    `class for ${totals.isNewest}, our last of substance for ${totals.isLast}, our introduction for ${totals.isIntroduced}.`,
)
