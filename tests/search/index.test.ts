import { createHash } from 'node:crypto'
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildSearchIndex } from '../../src/search/build-index.ts'
import { withIndex } from '../../src/search/open-index.ts'
import { type Found, finderOf } from '../../src/search/query/find.ts'
import { searchIndex } from '../../src/search/search-index.ts'
import { millrace } from './documents.ts'

let folder = ''
let site = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whybook-search-'))
  site = join(folder, 'site')
  await buildSearchIndex(millrace, site)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const routes = async (words: string): Promise<readonly string[]> =>
  (await searchIndex(site, words)).map(({ route }) => route)

const found = (words: string, narrowed: { kind?: string; folder?: string } = {}): Promise<Found> =>
  withIndex(join(site, '_whybook/search'), (engine) =>
    finderOf(engine).find(words, { kind: narrowed.kind ?? null, folder: narrowed.folder ?? null }),
  )

const withFound = (words: string, asTyped = false) =>
  withIndex(join(site, '_whybook/search'), async (engine) => {
    const answer = await finderOf(engine).find(words, { kind: null, folder: null }, asTyped)
    return { understood: answer.understood, hits: await answer.hits(0) }
  })

async function fingerprint(at: string): Promise<readonly string[]> {
  const files = (await readdir(at, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const names = files.map((file) => join(file.parentPath, file.name)).sort()
  const hash = async (name: string) =>
    createHash('sha256')
      .update(await readFile(name))
      .digest('hex')
  return Promise.all(names.map(async (name) => `${name.slice(at.length)} ${await hash(name)}`))
}

describe('the index', () => {
  test('is the same, byte for byte, when it is built again', async () => {
    const again = join(folder, 'again')
    async function* slowly() {
      for (const record of millrace) yield record
    }
    const size = await buildSearchIndex(slowly(), again)
    expect(size.records).toBe(millrace.length)
    expect(await fingerprint(again)).toEqual(await fingerprint(site))
  })

  test('holds only what search needs, and stays in its folder', async () => {
    const names = await readdir(join(site, '_whybook/search'))
    expect(names.filter((name) => /ui|highlight|playground/.test(name))).toEqual([])
    expect(names).toEqual(expect.arrayContaining(['pagefind.js', 'pagefind-worker.js', 'pagefind-entry.json']))
    expect(await readdir(folder)).not.toContain('en')
  })

  test('of a handbook without pages is empty and can be searched', async () => {
    const empty = join(folder, 'empty')
    expect((await buildSearchIndex([], empty)).records).toBe(0)
    expect(await searchIndex(empty, 'travel')).toEqual([])
  })

  test('tells the fault of whoever lists the pages', async () => {
    function* broken() {
      yield* millrace.slice(0, 2)
      throw new Error('page 3 is broken')
    }
    await expect(buildSearchIndex(broken(), join(folder, 'broken'))).rejects.toThrow('page 3 is broken')
  })

  test('says which folder cannot be written', async () => {
    await writeFile(join(folder, 'file'), '')
    await expect(buildSearchIndex(millrace, join(folder, 'file'))).rejects.toMatchObject({ code: 'search/not-written' })
  })
})

describe('searching', () => {
  test('finds a page by a keyword that its text does not have', async () => {
    expect((await routes('per diem'))[0]).toBe('/money/travel/')
  })

  test('finds other forms of a word', async () => {
    expect(await routes('travelling receipt')).toContain('/money/travel/')
  })

  test('finds pages that have only some of the words', async () => {
    expect((await routes('how many weeks of parental leave when twins are born'))[0]).toBe('/people/leave/')
  })

  test('puts what replaced a page above it, however often the old one says the word', async () => {
    const [first, second] = await routes('travel allowance')
    expect([first, second]).toEqual(['/money/travel/', '/money/old-travel/'])
  })

  test('finds a hyphenated word written apart and the other way round', async () => {
    expect((await routes('on-call'))[0]).toBe('/people/on-call/')
    expect((await routes('"on call"'))[0]).toBe('/people/on-call/')
  })

  test('finds pages in every language of the handbook', async () => {
    expect(await routes('Häuser')).toEqual(['/über uns/'])
    expect(await routes('経費')).toEqual(['/ja/'])
    expect(await routes('trains')).toEqual(['/hostile/'])
  })

  test('does not take a word of one language for a shorter one of another', async () => {
    // An English page has "ha", which German houses begin with.
    expect(await routes('Häuser')).not.toContain('/people/leave/')
  })

  test('finds nothing for words that no page has, and says which', async () => {
    expect(await routes('sabbatical')).toEqual([])
    expect((await found('sabbatical travel')).unknown).toEqual(['sabbatical'])
  })

  test.each(['taxqqqq', 'zzqqx', 'weeeeeee'])('does not take another word for %s', async (word) => {
    expect(await routes(word)).toEqual([])
  })

  test.each([
    ['taxes', '/decisions/3/'],
    ['houses Häusern', '/über uns/'],
    ['carrying phones', '/people/on-call/'],
    ['allowanc', '/money/travel/'],
  ])('finds other endings and beginnings: %s', async (words, route) => {
    expect((await routes(words))[0]).toBe(route)
  })

  test.each([
    ['a letter that is wrong', 'pwrental leave', '/people/leave/', 'parental'],
    ['two letters that are swapped', 'paretnal leave', '/people/leave/', 'parental'],
    ['two words written as one', 'timesheet', '/people/time/', 'time sheet'],
    ['a short form that a page explains', 'PTO each year', '/people/time/', 'paid time off'],
    ['another word with the same meaning', 'reimbursement without receipt', '/money/travel/', undefined],
  ])('understands %s', async (_, words, route, as) => {
    const { understood, hits } = await withFound(words)
    expect(hits[0]?.route).toBe(route)
    if (as !== undefined) expect(understood.flatMap((one) => one.as)).toContain(as)
  })

  test('finds a page by words that its title could have had as well', async () => {
    expect(await routes('maternity')).toEqual(['/people/leave/'])
  })

  test('takes words as they were typed when that is asked for', async () => {
    const { hits, understood } = await withFound('timesheet', true)
    expect([hits, understood]).toEqual([[], []])
  })

  test('never finds pages by what only the result shows', async () => {
    expect(await routes('superseded')).toEqual([])
    expect(await routes('finance')).toEqual([])
  })

  test('tells what a result needs', async () => {
    const [result] = await searchIndex(site, 'receipts')
    expect(result).toEqual({
      path: 'content/money/travel.md',
      route: '/money/travel/',
      title: 'Travel & allowance',
      kind: 'policy',
      status: 'In force',
      section: 'Receipts',
      excerpt: 'None under 25 EUR.',
      score: expect.any(Number),
    })
  })

  test('gives titles back as they were written, markup and all', async () => {
    const [result] = await searchIndex(site, 'lump sum')
    expect(result?.title).toBe('<img src=x onerror=alert(1)> "lump" & sum')
  })

  test('counts kinds and folders, and narrows to them', async () => {
    const all = await found('travel')
    expect(all.total).toBe(3)
    expect(all.kinds).toContainEqual({ value: 'policy', count: 2 })
    expect(all.folders).toContainEqual({ value: 'People', count: 1 })
    const narrowed = await found('travel', { kind: 'policy' })
    expect(narrowed.total).toBe(2)
    expect(narrowed.kinds).toContainEqual({ value: 'page', count: 1 })
    expect(narrowed.folders).toContainEqual({ value: 'People', count: 0 })
    expect((await found('travel', { kind: 'policy', folder: 'People' })).total).toBe(0)
  })
})

describe('when there is no index', () => {
  test('says so and what to do', async () => {
    await expect(searchIndex(join(folder, 'nowhere'), 'x')).rejects.toMatchObject({
      code: 'search/no-index',
      hint: expect.stringContaining('whybook build'),
    })
  })

  test.each([
    ['pagefind-entry.json', 'search/unreadable'],
    ['pagefind.js', 'search/foreign-script'],
  ])('says so when its %s is damaged', async (name, code) => {
    const damaged = join(folder, `damaged-${name}`)
    await buildSearchIndex(millrace.slice(0, 1), damaged)
    await writeFile(join(damaged, '_whybook/search', name), '{"languages":{"en":')
    await expect(searchIndex(damaged, 'x')).rejects.toMatchObject({ code })
    await rm(join(damaged, '_whybook/search', name))
    await expect(searchIndex(damaged, 'x')).rejects.toMatchObject({ code: expect.stringMatching(/^search\//) })
  })

  test('never runs a script that came with the repository', async () => {
    const hostile = join(folder, 'hostile')
    await buildSearchIndex(millrace.slice(0, 1), hostile)
    const script = join(hostile, '_whybook/search/pagefind.js')
    await appendFile(script, '\nglobalThis.whybookTampered = true\n')
    await expect(searchIndex(hostile, 'x')).rejects.toMatchObject({
      code: 'search/foreign-script',
      message: expect.stringContaining(script),
      hint: expect.stringContaining('whybook build --clean'),
    })
    expect(globalThis).not.toHaveProperty('whybookTampered')
  })
})

test('searches at the same time do not disturb each other, and leave `fetch` as it was', async () => {
  const usual = globalThis.fetch
  const results = await Promise.all(
    ['travel', 'receipts', 'lump sum', 'travel'].map((words) => searchIndex(site, words)),
  )
  expect(results.every((each) => each.length > 0)).toBe(true)
  expect(results[3]).toEqual(results[0])
  expect(globalThis.fetch).toBe(usual)
})
