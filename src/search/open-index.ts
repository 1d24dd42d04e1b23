import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { searchErrors } from './errors.ts'
import { isOwnScript } from './pagefind-script.ts'
import { type Engine, type IndexEntry, openEngine, type PagefindModule } from './query/engine.ts'

/**
 * Opens an index of a built site without a browser and lends it to `use`. The site's own `pagefind.js` runs in Node
 * unchanged when `fetch` can read files, which it can only as long as `use` takes, and only those of the index. A script
 * that Pagefind did not write is not run.
 *
 * @param folder - folder of the index, absolute or relative to the working directory
 * @param ranking - Pagefind's own settings instead of ours; for the benchmark
 * @throws {WhybookError} `search/no-index`, `search/foreign-script`, `search/unreadable`
 */
export async function withIndex<T>(folder: string, use: (engine: Engine) => Promise<T>, ranking?: object): Promise<T> {
  const entry = await readEntry(folder)
  const script = await readScript(folder)
  const base = pathToFileURL(`${folder}/`).href
  const giveBack = lendFetch(base)
  try {
    return await use(await openEngine(await loadPagefind(script), base, entry, 'unknown', ranking))
  } catch (cause) {
    throw searchErrors.unreadable(folder, cause)
  } finally {
    giveBack()
  }
}

async function readEntry(folder: string): Promise<IndexEntry> {
  let text: string
  try {
    text = await readFile(join(folder, 'pagefind-entry.json'), 'utf8')
  } catch {
    throw searchErrors.noIndex(folder)
  }
  try {
    const entry = JSON.parse(text) as IndexEntry
    // Pagefind throws where nobody can catch it when these are missing.
    for (const name of Object.values(entry.languages)) if (typeof name.page_count !== 'number') throw new Error(text)
    return entry
  } catch (cause) {
    throw searchErrors.unreadable(folder, cause)
  }
}

async function readScript(folder: string): Promise<Uint8Array> {
  const script = await readFile(join(folder, 'pagefind.js')).catch((cause: unknown) => {
    throw searchErrors.unreadable(folder, cause)
  })
  if (!isOwnScript(script)) throw searchErrors.foreignScript(join(folder, 'pagefind.js'))
  return script
}

/** From a copy named `.mjs`, because a file below a package.json that says CommonJS would not load as a module. */
async function loadPagefind(script: Uint8Array): Promise<PagefindModule> {
  const away = await mkdtemp(join(tmpdir(), 'whybook-pagefind-'))
  try {
    const copy = join(away, 'pagefind.mjs')
    await writeFile(copy, script)
    return (await import(pathToFileURL(copy).href)) as PagefindModule
  } finally {
    await rm(away, { recursive: true, force: true })
  }
}

/** Who borrows `fetch` now: the folders of their indexes, one for each search that is under way. */
const borrowers: string[] = []
let giveAllBack: (() => void) | undefined

/**
 * Teaches `fetch` to read the files below `base`, and catches what Pagefind rejects without anybody waiting for it.
 * Searches that run at the same time share it; the last one gives it back.
 */
function lendFetch(base: string): () => void {
  borrowers.push(base)
  giveAllBack ??= takeFetch()
  return () => {
    borrowers.splice(borrowers.indexOf(base), 1)
    if (borrowers.length > 0) return
    giveAllBack?.()
    giveAllBack = undefined
  }
}

function takeFetch(): () => void {
  const usual = globalThis.fetch
  const ignore = (): void => {}
  globalThis.fetch = async (input, init) => {
    const address = new URL(input instanceof Request ? input.url : input)
    if (address.protocol !== 'file:') return usual(input, init)
    address.search = ''
    if (!borrowers.some((base) => address.href.startsWith(base))) {
      throw new Error(`${address.href} is no file of the index.`)
    }
    return new Response(await readFile(address))
  }
  process.on('unhandledRejection', ignore)
  return () => {
    globalThis.fetch = usual
    process.off('unhandledRejection', ignore)
  }
}
