/**
 * Asks the search of a handbook questions whose answers are known, beside Pagefind as it comes, and says how often an
 * expected page was first, in the first three and in the first ten.
 *
 * npm run bench:search -- DIR QUERIES.json [DIR QUERIES.json ...] [--out FOLDER] [--times N] [--asked] [--json]
 *
 * `--times` indexes every page N times, all but the first with other words in it, for the cost of a large handbook.
 * `--out` keeps the indexes, and uses those that are there; `--asked` lists every question that did not find its page
 * first.
 */

import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultOptions } from '../src/handbook/default-options.ts'
import { openHandbook } from '../src/handbook/open.ts'
import { buildSearchIndex, indexFolder } from '../src/search/build-index.ts'
import { wordsOf } from '../src/search/handbook-words.ts'
import { withIndex } from '../src/search/open-index.ts'
import { readCard } from '../src/search/query/card.ts'
import { finderOf } from '../src/search/query/find.ts'
import { multiplied } from './bench/multiplied.ts'
import { readQuestions, withTypo } from './bench/questions.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    asked: { type: 'boolean', default: false },
    times: { type: 'string', default: '1' },
    json: { type: 'boolean' },
  },
})
if (positionals.length === 0 || positionals.length % 2 === 1) {
  console.error('usage: npm run bench:search -- DIR QUERIES.json [...] [--out FOLDER] [--asked] [--json]')
  process.exit(2)
}

/** Places from 1, or null when no expected page was in the first ten. */
interface Asked {
  readonly question: string
  readonly place: number | null
  readonly first: string
}
const rows: { readonly method: string; readonly set: string; readonly asked: readonly Asked[] }[] = []
const folder = values.out === undefined ? mkdtempSync(join(tmpdir(), 'whybook-search-')) : resolve(values.out)

for (let at = 0; at < positionals.length; at += 2) {
  const [directory = '', file = ''] = positionals.slice(at, at + 2)
  const set = basename(resolve(directory))
  const site = join(folder, set)
  await build(directory, site)
  const questions = readQuestions(file)
  const misspelt = questions.flatMap(({ q, expect }, index) => {
    const typo = withTypo(q, index + 1)
    return typo === null ? [] : [{ q: typo, expect }]
  })
  for (const [method, list, ask] of [
    ['Pagefind as it comes', questions, asItComes],
    ['ours', questions, ours],
    ['Pagefind, one typo', misspelt, asItComes],
    ['ours, one typo', misspelt, ours],
  ] as const) {
    const asked: Asked[] = []
    for (const [at, paths] of (
      await ask(
        site,
        list.map(({ q }) => q),
      )
    ).entries()) {
      const { q, expect } = list[at] ?? { q: '', expect: [] }
      const place = paths.findIndex((path) => expect.includes(path)) + 1
      asked.push({ question: q, place: place === 0 ? null : place, first: paths[0] ?? '(nothing)' })
    }
    rows.push({ method, set, asked })
  }
}

const all = [...new Set(rows.map(({ method }) => method))].map((method) => ({
  method,
  set: 'all',
  asked: rows.filter((row) => row.method === method).flatMap(({ asked }) => asked),
}))
if (values.json === true) console.log(JSON.stringify([...rows, ...all]))
else {
  for (const { method, set, asked } of rows) {
    if (!method.startsWith('ours')) continue
    for (const { question, place, first } of asked) {
      if (place !== null && place <= (values.asked ? 1 : 3)) continue
      console.log(`${set}  ${method}  ${place === null ? '-' : place}  ${question}  (first: ${first})`)
    }
  }
  console.log('\nmethod                  set           questions   first   in 3    in 10')
  for (const { method, set, asked } of [...rows, ...all]) {
    const share = (most: number) =>
      (asked.filter(({ place }) => place !== null && place <= most).length / asked.length).toFixed(3)
    console.log(`${method.padEnd(24)}${set.padEnd(18)}${asked.length}      ${share(1)}   ${share(3)}   ${share(10)}`)
  }
}
if (values.out === undefined) rmSync(folder, { recursive: true, force: true })

async function build(directory: string, site: string): Promise<void> {
  if (existsSync(join(site, indexFolder, 'pagefind-entry.json'))) return
  const handbook = await openHandbook(directory, defaultOptions)
  const started = performance.now()
  const { records, files, bytes } = await buildSearchIndex(
    multiplied(handbook.searchDocuments(), Number(values.times)),
    site,
    { words: wordsOf(handbook).words },
  )
  const seconds = (performance.now() - started) / 1000
  console.error(`${site}: ${records} pages, ${seconds.toFixed(1)} s, ${files} files, ${(bytes / 1e6).toFixed(1)} MB`)
  await handbook.close()
}

async function ours(site: string, questions: readonly string[]): Promise<readonly (readonly string[])[]> {
  return withIndex(join(site, indexFolder), async (engine) => {
    const finder = finderOf(engine)
    const all: (readonly string[])[] = []
    for (const question of questions) {
      const found = await finder.find(question, { kind: null, folder: null })
      all.push((await found.hits(0)).map(({ path }) => path))
    }
    return all
  })
}

/** All words must be there, and nothing is done with them. */
async function asItComes(site: string, questions: readonly string[]): Promise<readonly (readonly string[])[]> {
  return withIndex(
    join(site, indexFolder),
    async (engine) => {
      const all: (readonly string[])[] = []
      for (const question of questions) {
        const { results } = await engine.search(question)
        const best = [...results].sort((a, b) => b.score - a.score).slice(0, 10)
        all.push(
          await Promise.all(best.map(async (result) => readCard((await result.data()).filters['card']?.[0], '').path)),
        )
      }
      return all
    },
    {},
  )
}
