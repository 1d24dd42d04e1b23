/**
 * Draws the difference of many real edits of a repository and reads both versions back from each: prints how many came
 * back exactly, what a difference costs and how large it is, without any text.
 *
 * npm run compare-differences -- DIR [N] [SEED] [--show]
 *
 * `--show` names the edits that were not exact.
 */
import { execFileSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { comparable } from '../src/markdown/difference/comparable.ts'
import { differenceOf } from '../src/markdown/difference/difference.ts'
import { differenceHtml } from '../src/markdown/difference/html.ts'
import { pageTree } from '../src/markdown/difference/page-tree.ts'
import { reading } from '../src/markdown/difference/reading.ts'
import { findFences } from '../src/markdown/front-matter-fences.ts'
import { writeHtml } from '../src/markdown/write.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { show: { type: 'boolean', default: false } },
})
const [directory, count = '300', seed = '1'] = positionals
if (directory === undefined) {
  console.error('usage: npm run compare-differences -- DIR [N] [SEED] [--show]')
  process.exit(2)
}
const git = (...args: string[]) =>
  execFileSync('git', ['-C', directory, ...args], { encoding: 'utf8', maxBuffer: 1 << 30 })

const edits = git('log', '--raw', '--no-abbrev', '--no-renames', '--first-parent', '-m', '--format=', '--', '*.md')
  .split('\n')
  .flatMap((line) => {
    const [, before, after] = /^:100\d+ 100\d+ ([0-9a-f]{40}) ([0-9a-f]{40}) M/.exec(line) ?? []
    return before === undefined || after === undefined ? [] : [[before, after] as const]
  })

// A generator of Lehmer's: the same edits for the same seed, on every machine.
let state = Number(seed) * 2_654_435_761 || 1
const random = (): number => {
  state = (state * 48_271) % 2_147_483_647
  return state / 2_147_483_647
}
const chosen = Array.from({ length: Math.min(Number(count), edits.length) }, () => {
  const [edit] = edits.splice(Math.floor(random() * edits.length), 1)
  return edit as (typeof edits)[number]
})

const bodyOf = (blob: string): string => {
  const source = git('cat-file', 'blob', blob).replace(/^\uFEFF/, '')
  const fences = findFences(source)
  return fences.kind === 'none' || fences.kind === 'broken' ? source : fences.body
}

let exact = 0
let read = 0
let empty = 0
const times: number[] = []
const parsing: number[] = []
const sizes: number[] = []
for (const [before, after] of chosen) {
  const start = process.cpuUsage()
  const [a, b] = [bodyOf(before), bodyOf(after)]
  const startOfParse = process.cpuUsage(start)
  const trees = [pageTree(a), pageTree(b)] as const
  if (trees[0] === null || trees[1] === null) continue
  read += 1
  const startOfDiff = process.cpuUsage(start)
  const difference = differenceOf(trees[0], trees[1])
  const html = differenceHtml(difference)
  const { user, system } = process.cpuUsage(start)
  times.push((user + system - startOfDiff.user - startOfDiff.system) / 1000)
  parsing.push((startOfDiff.user + startOfDiff.system - startOfParse.user - startOfParse.system) / 1000)
  sizes.push(html.length)
  if (html === '') empty += 1
  const isExact = (['before', 'after'] as const).every(
    (side, at) =>
      writeHtml(reading(difference, side)) === writeHtml(comparable(trees[at] as NonNullable<(typeof trees)[0]>)),
  )
  if (isExact) exact += 1
  else if (values.show) console.log(`not exact: ${before} ${after}`)
}
const at = (list: readonly number[], share: number): number =>
  list.toSorted((x, y) => x - y)[Math.min(list.length - 1, Math.floor(list.length * share))] ?? 0
const mean = (list: readonly number[]): number => list.reduce((sum, each) => sum + each, 0) / Math.max(1, list.length)
console.log(`${exact} of ${read} edits read back exactly, both ways; ${empty} without a difference that is seen`)
for (const [what, list] of [
  ['CPU ms, both parsed', parsing],
  ['CPU ms, compared and written', times],
  ['characters of HTML', sizes],
] as const)
  console.log(
    `${what}: mean ${mean(list).toFixed(2)}, median ${at(list, 0.5).toFixed(2)}, p90 ${at(list, 0.9).toFixed(2)}, p99 ${at(list, 0.99).toFixed(2)}, most ${at(list, 1).toFixed(2)}`,
  )
if (exact < read) process.exitCode = 1
