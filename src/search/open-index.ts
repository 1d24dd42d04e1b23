import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { searchErrors } from './errors.ts'
import { type Engine, type IndexEntry, openEngine, type PagefindModule } from './query/engine.ts'

/**
 * Opens an index of a built site without a browser and lends it to `use`. The site's own `pagefind.js` runs in Node
 * unchanged when `fetch` can read files, which it can only as long as `use` takes.
 *
 * @param folder - folder of the index, absolute or relative to the working directory
 * @throws {WhybookError} `search/no-index`, `search/unreadable`
 */
export async function withIndex<T>(folder: string, use: (engine: Engine) => Promise<T>): Promise<T> {
  const entry = await readEntry(folder)
  const giveBack = lendFetch()
  try {
    return await use(await openEngine(await loadPagefind(folder), pathToFileURL(`${folder}/`).href, entry, 'unknown'))
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

/** From a copy named `.mjs`, because a file below a package.json that says CommonJS would not load as a module. */
async function loadPagefind(folder: string): Promise<PagefindModule> {
  const away = await mkdtemp(join(tmpdir(), 'whybook-pagefind-'))
  try {
    const copy = join(away, 'pagefind.mjs')
    await copyFile(join(folder, 'pagefind.js'), copy)
    return (await import(pathToFileURL(copy).href)) as PagefindModule
  } finally {
    await rm(away, { recursive: true, force: true })
  }
}

/** Teaches `fetch` to read files, and catches what Pagefind rejects without anybody waiting for it. */
function lendFetch(): () => void {
  const usual = globalThis.fetch
  const ignore = (): void => {}
  globalThis.fetch = async (input, init) => {
    const address = new URL(input instanceof Request ? input.url : input)
    if (address.protocol !== 'file:') return usual(input, init)
    address.search = ''
    return new Response(await readFile(address))
  }
  process.on('unhandledRejection', ignore)
  return () => {
    globalThis.fetch = usual
    process.off('unhandledRejection', ignore)
  }
}
