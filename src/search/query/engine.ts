/** What we use of a built `pagefind.js`, which has no types of its own. */
export interface PagefindModule {
  createInstance(options: { readonly basePath: string; readonly ranking: object }): PagefindInstance
}

interface PagefindInstance {
  mergeIndex(path: string, options: { readonly language: string; readonly ranking: object }): Promise<void>
  search(term: string | null, options?: { readonly filters?: Readonly<Record<string, string>> }): Promise<EngineAnswer>
}

/** `pagefind-entry.json`: what an index consists of. */
export interface IndexEntry {
  readonly languages: Readonly<Record<string, { readonly page_count: number }>>
}

interface EngineAnswer {
  readonly results: readonly EngineResult[]
  /** Values of the filters that were asked for. */
  readonly filters: Readonly<Record<string, Readonly<Record<string, number>>>>
}

export interface EngineResult {
  readonly id: string
  readonly score: number
  readonly words: readonly number[]
  data(): Promise<Fragment>
}

/** A page's text as Pagefind keeps it. */
export interface Fragment {
  /** The route as it was given; Pagefind puts a base before `url`. */
  readonly raw_url?: string
  readonly url: string
  readonly content: string
  /** The same text with `<` and `>` escaped; between words U+200B where the language puts no spaces. */
  readonly raw_content?: string
  readonly meta: Readonly<Record<string, string>>
  readonly filters: Readonly<Record<string, readonly string[]>>
  readonly anchors: readonly {
    readonly element: string
    readonly id: string
    readonly text: string
    readonly location: number
  }[]
}

/** An index that is ready to be asked. */
export interface Engine {
  /** Pages in the index, all languages together. */
  readonly pages: number
  /** All pages that have the term, in no order that matters; `null` asks by filter alone. */
  search(term: string | null, filters?: Readonly<Record<string, string>>): Promise<EngineAnswer>
  /** A file of the index that is ours, as JSON; null when it is not there. */
  read(file: string): Promise<unknown>
}

/** Meta fields count for little beside the text, because searches of one word always match all of their query. */
const ours = {
  termSimilarity: 9,
  pageLength: 0.5,
  metaWeights: { title: 2, path: 0.5, words: 1, alike: 1, image: 0, image_alt: 0 },
}

/**
 * Opens a built index. Every language has an index of its own; the others are merged into that of the page, so that
 * a search finds pages in all of them.
 *
 * @param base - address of the index's folder, ending with `/`
 * @param lang - language of the page that asks; `unknown` outside of a browser, as Pagefind itself takes it there
 * @param ranking - Pagefind's own settings; the benchmark asks without ours
 */
export async function openEngine(
  pagefind: PagefindModule,
  base: string,
  entry: IndexEntry,
  lang: string,
  ranking: object = ours,
): Promise<Engine> {
  const [own, ...others] = languagesFor(entry, lang)
  // Pagefind fails to open an index that no page is in.
  if (own === undefined) return { pages: 0, search: async () => ({ results: [], filters: {} }), read: async () => null }
  const instance = pagefind.createInstance({ basePath: base, ranking })
  // Pagefind refuses to merge an index with itself and tells by the address: `./` makes another one of it.
  for (const language of others) await instance.mergeIndex(`${base}./`, { language, ranking })
  return {
    pages: Object.values(entry.languages).reduce((total, { page_count }) => total + page_count, 0),
    search: (term, filters) => instance.search(term, filters === undefined ? {} : { filters }),
    read: (file) => readJson(`${base}${file}`),
  }
}

/** What it holds only makes a search better: without it one is still answered. */
async function readJson(address: string): Promise<unknown> {
  try {
    const response = await fetch(address)
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}

/** Languages of an index, first the one that Pagefind takes for a page in `lang`. */
function languagesFor(entry: IndexEntry, lang: string): readonly string[] {
  const largest = Object.entries(entry.languages)
    .sort(([, a], [, b]) => b.page_count - a.page_count)
    .map(([language]) => language)
  const wanted = lang.toLowerCase()
  const own = [wanted, wanted.split('-')[0] ?? ''].find((language) => largest.includes(language)) ?? largest[0]
  return own === undefined ? [] : [own, ...largest.filter((language) => language !== own)]
}
