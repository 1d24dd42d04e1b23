import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import type { SearchDocument } from '../../src/handbook/search-documents.ts'
import { indexFolder } from '../../src/search/build-index.ts'
import { withIndex } from '../../src/search/open-index.ts'
import { finderOf } from '../../src/search/query/find.ts'
import { ourWords, type SearchWords } from '../../src/search/search-words.ts'
import { type KeptIndex, keepSearchIndex } from '../../src/search/update/keep-index.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'
import { document, millrace as withOdd } from './documents.ts'

const folder = temporaryFolder()
afterAll(() => folder.remove(), 60_000)

/** Without the page whose language is none. */
const millrace = withOdd.filter(({ route }) => route !== '/hostile/')

let made = 0

/** A site that is built again and again; `last` is where its index was put last. */
interface Site {
  readonly state: string
  last: string | null
}

const newSite = (): Site => {
  made += 1
  return { state: join(folder.path, `state-${made}`), last: null }
}

const keyOf = (page: SearchDocument): string => JSON.stringify(page)

/** Builds as a build of the site does: what is kept of the last output is put into the new one. */
async function build(
  site: Site,
  pages: readonly SearchDocument[],
  words: SearchWords = ourWords,
  keys: ReadonlyMap<string, string> = new Map(),
): Promise<KeptIndex> {
  made += 1
  const out = join(folder.path, `out-${made}`, indexFolder)
  const kept = await keepSearchIndex({
    pages: () => pages,
    keyOf: (route) => keys.get(route) ?? keyOf(pages.find((page) => page.route === route) ?? document('/', '')),
    ...{ words, key: 'code', folder: out, last: site.last, state: site.state },
  })
  const paths = kept.kept === 'all' ? filesIn(site.last ?? '') : kept.kept
  for (const path of paths) {
    mkdirSync(dirname(join(out, path)), { recursive: true })
    copyFileSync(join(site.last ?? '', path), join(out, path))
  }
  site.last = out
  return kept
}

const filesIn = (at: string): readonly string[] =>
  readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(at.length + 1))

/** Everything that the files of an index hold, unpacked. */
const textOf = (at: string): string =>
  filesIn(at)
    .map((path) => readFileSync(join(at, path)))
    .map((bytes) => (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('latin1'))
    .join('\n')

const questions = [
  'travel allowance',
  'trvael receipts',
  'maternity leave',
  'paid time off',
  'PTO',
  'on-call pay',
  'rest',
  'café',
  'cafe',
  'Häuser',
  'thirst',
  'river stone',
  '"river stone"',
  'stones under the river',
]

/** Everything that a reader sees of the answers. */
async function answers(index: string): Promise<unknown> {
  return withIndex(index, async (engine) => {
    const finder = finderOf(engine)
    const all: unknown[] = []
    for (const question of questions) {
      const { total, kinds, folders, unknown, understood, hits } = await finder.find(question, {
        kind: null,
        folder: null,
      })
      const shown = (await hits(0)).map(({ score, ...hit }) => ({ ...hit, score: score.toFixed(4) }))
      all.push({ question, total, kinds, folders, unknown, understood, shown })
    }
    return all
  })
}

async function fromAll(pages: readonly SearchDocument[], words?: SearchWords): Promise<unknown> {
  const site = newSite()
  expect((await build(site, pages, words)).how).toBe('built')
  return answers(site.last ?? '')
}

const text = (html: string, more: Partial<SearchDocument> = {}) => document('/people/rest/', html, more)
const rest = text('<p>A café by the river.</p>', { title: 'Rest & relaxation' })

describe('an index that is changed', () => {
  test.each<readonly [what: string, after: (pages: readonly SearchDocument[]) => readonly SearchDocument[]]>([
    ['a page that came', (pages) => [rest, ...pages]],
    ['a page that went', (pages) => pages.filter(({ route }) => route !== '/people/leave/')],
    ['the last page that went', (pages) => pages.filter(({ route }) => route !== '/money/travel/')],
    [
      'a page that moved',
      (pages) => pages.map((page) => (page.route === '/people/time/' ? { ...page, ...rest, html: page.html } : page)),
    ],
    [
      'a text that changed, with words that are in no other page',
      (pages) =>
        pages.map((page) =>
          page.route === '/people/time/'
            ? {
                ...page,
                html: '<p>Café, cafe: zzz aardvark 𝒳 🧶 stone.</p><h2 id="a"><img src="a.png" alt="river"></h2>',
              }
            : page,
        ),
    ],
    [
      'a status and an owner of all, and one that went',
      (pages) =>
        pages
          .map((page) => (page.kind === 'policy' ? { ...page, status: 'Due', owner: 'ana' } : page))
          .filter(({ kind }) => kind !== 'decision'),
    ],
  ])('finds the same as one of all pages after %s', async (_, after) => {
    const site = newSite()
    await build(site, millrace)
    const pages = after(millrace)
    const kept = await build(site, pages)
    expect(kept.how).toBe('changed')
    expect(await answers(site.last ?? '')).toEqual(await fromAll(pages))
  })

  test('holds nothing more of a page that went, such as one that became internal', async () => {
    const site = newSite()
    const secret = document('/secret/', '<p>The zuqlavibb (ZQV) plan.</p>', { title: 'zuqlavibb', owner: 'zuqlavibb' })
    await build(site, [...millrace, secret])
    expect(textOf(site.last ?? '')).toContain('zuqlavibb')
    expect((await build(site, millrace)).how).toBe('changed')
    expect(textOf(site.last ?? '')).not.toContain('zuqlavibb')
  })

  test('is taken as it is when no page says anything else', async () => {
    const site = newSite()
    await build(site, millrace)
    const before = await answers(site.last ?? '')
    // Another reason to ask for the page, such as another day of review: its record is the same.
    const kept = await build(
      site,
      millrace.map((page) => ({ ...page, trail: [...page.trail], hint: 'x' })),
    )
    expect(kept).toEqual({ how: 'same', kept: 'all' })
    expect(await answers(site.last ?? '')).toEqual(before)
  })

  test('asks for the text of no page whose key is known', async () => {
    const site = newSite()
    await build(site, millrace)
    const read: string[] = []
    const watched = millrace.map((page) =>
      Object.defineProperty({ ...page }, 'html', {
        enumerable: true,
        get: () => {
          read.push(page.route)
          return page.html
        },
      }),
    )
    await build(site, [rest, ...watched], ourWords, new Map(millrace.map((page) => [page.route, keyOf(page)])))
    expect(read).toEqual([])
  })

  test('is made of all pages again once more than a tenth of them changed', async () => {
    const site = newSite()
    await build(site, millrace)
    const hows: string[] = []
    for (let edit = 0; edit < 12; edit += 1) {
      const html = `<p>Edit ${edit}.</p>`
      hows.push(
        (
          await build(
            site,
            millrace.map((page) => (page.route === '/people/time/' ? { ...page, html } : page)),
          )
        ).how,
      )
    }
    expect(hows).toEqual([...Array(10).fill('changed'), 'built', 'changed'])
  })
})

describe('all pages are read again', () => {
  const changed = [rest, ...millrace]
  let expected: Promise<unknown> | undefined

  test.each<readonly [when: string, spoil: (site: Site, last: string) => unknown]>([
    [
      'the index is another one, as when a build was ended between',
      (site) => Object.assign(site, { last: join(folder.path, 'foreign') }),
    ],
    ['a file of words is damaged', (_, last) => spoilAll(join(last, 'index'))],
    ['a file of words is from elsewhere', (_, last) => exchange(join(last, 'index'))],
    ['a filter is damaged', (_, last) => spoilAll(join(last, 'filter'))],
    ['the list of pages is damaged', (_, last) => spoilAll(last, /pf_meta$/)],
    ['what is remembered is damaged', (site) => writeFileSync(site.state, `${readFileSync(site.state, 'utf8')}x`)],
    ['what is remembered is missing', (site) => rmSync(site.state)],
    ['there is no last output', (site) => Object.assign(site, { last: null })],
  ])('when %s', async (_, spoil) => {
    const site = newSite()
    await build(site, millrace)
    const last = site.last ?? ''
    const foreign = newSite()
    await build(foreign, millrace.slice(0, 3))
    cpSync(foreign.last ?? '', join(folder.path, 'foreign'), { recursive: true })
    spoil(site, last)
    expected ??= fromAll(changed)
    expect((await build(site, changed)).how).toBe('built')
    expect(await answers(site.last ?? '')).toEqual(await expected)
  })

  test('when a page comes in a language of its own, or the last of one goes', async () => {
    const site = newSite()
    await build(site, millrace)
    expect(
      (
        await build(
          site,
          millrace.filter(({ lang }) => lang !== 'ja'),
        )
      ).how,
    ).toBe('built')
    expect((await build(site, millrace)).how).toBe('built')
  })

  test('when a page of no language changed: it is put to those of the largest', async () => {
    const site = newSite()
    await build(site, withOdd)
    const pages = withOdd.map((page) => (page.route === '/hostile/' ? { ...page, title: 'Rest' } : page))
    expect((await build(site, pages)).how).toBe('built')
  })

  test('when words of `search.yml` changed', async () => {
    const site = newSite()
    await build(site, millrace)
    const words = { ...ourWords, groups: [['rest', 'phone'], ...ourWords.groups] }
    expect((await build(site, millrace, words)).how).toBe('built')
  })
})

function spoilAll(at: string, names = /./): void {
  for (const name of readdirSync(at).filter((each) => names.test(each))) {
    const file = join(at, name)
    if (statSync(file).isFile()) writeFileSync(file, gzipSync('pagefind_dcd and no more'))
  }
}

/** Puts what one language says of words into the file of another. */
function exchange(at: string): void {
  const [first = '', ...others] = readdirSync(at)
  for (const other of others) copyFileSync(join(at, first), join(at, other))
}

const words = [
  'stone',
  'stones',
  'river',
  'café',
  'cafe',
  'thirst',
  'thirsty',
  'leave',
  'travel',
  'receipt',
  'PTO',
  'phone',
]
const sentence = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 30 }).map((some) => some.join(' '))
const pageText = fc.record({
  title: sentence.map((text) => text.split(' ').slice(0, 3).join(' ')),
  html: fc.tuple(sentence, sentence, sentence).map(([a, b, c]) => `<p>${a}</p><h2 id="h">${b}</h2><p>${c}</p>`),
  kind: fc.constantFrom('page' as const, 'policy' as const),
  folder: fc.constantFrom('Money', 'People', null),
  lang: fc.constantFrom('en', 'en', 'en', 'de'),
})
const edit = fc.record({ at: fc.nat(23), text: pageText, what: fc.constantFrom('write', 'write', 'remove', 'rename') })

test('an index finds the same as one of all pages after any edits, renames and removals', async () => {
  const firstPages = fc.array(pageText, { minLength: 24, maxLength: 24 })
  const steps = fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { minLength: 3, maxLength: 3 })
  const hows: string[] = []
  await fc.assert(
    fc.asyncProperty(firstPages, steps, async (texts, edits) => {
      const pages = new Map(texts.map((each, at) => [`/p${at}/`, each]))
      const all = () => [...pages].map(([route, { html, ...more }]) => document(route, html, more))
      const site = newSite()
      await build(site, all())
      for (const [number, step] of edits.entries()) {
        for (const { at, text: written, what } of step) {
          const route = [...pages.keys()][at % pages.size] ?? '/p0/'
          if (what === 'write') pages.set(route, written)
          else if (pages.size > 4) {
            const kept = pages.get(route)
            pages.delete(route)
            if (what === 'rename' && kept !== undefined) pages.set(`/renamed-${number}-${at}/`, kept)
          }
        }
        hows.push((await build(site, all())).how)
        expect(await answers(site.last ?? '')).toEqual(await fromAll(all()))
      }
    }),
    { numRuns: 3, seed: 20261125 },
  )
  // The test is of changed ones: all but those that had to be built.
  expect(hows.filter((how) => how === 'changed').length).toBeGreaterThan(hows.length / 2)
})
