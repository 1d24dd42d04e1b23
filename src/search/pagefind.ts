import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { PagefindIndex } from 'pagefind'
import { searchErrors } from './errors.ts'

/** What Pagefind reads of a page. */
export interface PagefindRecord {
  readonly route: string
  /** {@link recordHtml} */
  readonly content: string
}

/** Pages handed to Pagefind before it has answered: enough to keep it busy, little enough to hold in memory. */
const underway = 8
const secondsForPage = 60
const secondsForWriting = 900

/** What pages draw beside the text: numbers of sections, ways back from footnotes. */
const drawnOnly = ['.sec', '[data-footnote-backref]']

/** Pagefind's own user interfaces, which we do not use. */
const notOurs = /^pagefind-(?:component-ui|modular-ui|ui|highlight|playground)\b/

/**
 * Has Pagefind, a process of its own, index records and write the index into a folder, which is emptied first.
 *
 * The same records in the same order give the same bytes; another order does not.
 *
 * @returns how many there were
 * @throws {WhybookError} `search/not-started`, `search/refused`, `search/not-written`, `search/no-answer`
 */
export async function runPagefind(
  records: Iterable<PagefindRecord> | AsyncIterable<PagefindRecord>,
  folder: string,
): Promise<number> {
  const { createIndex, close } = await import('pagefind')
  users += 1
  try {
    const { index, errors } = await started(createIndex({ excludeSelectors: drawnOnly }))
    if (index === undefined) throw searchErrors.notStarted(new Error(errors.join('; ')))
    const count = await addAll(index, records)
    await write(index, folder)
    await index.deleteIndex()
    return count
  } finally {
    users -= 1
    // The process is shared by all builds of this one.
    if (users === 0) await close()
  }
}

let users = 0

async function started<T>(start: Promise<T>): Promise<T> {
  try {
    return await answered(start, secondsForPage)
  } catch (cause) {
    throw searchErrors.notStarted(cause)
  }
}

async function addAll(
  index: PagefindIndex,
  records: Iterable<PagefindRecord> | AsyncIterable<PagefindRecord>,
): Promise<number> {
  const waiting: Promise<void>[] = []
  let count = 0
  for await (const record of records) {
    waiting.push(add(index, record))
    // What fails is thrown when its turn comes, not as an unhandled rejection before.
    waiting.at(-1)?.catch(() => {})
    if (waiting.length >= underway) await waiting.shift()
    count += 1
  }
  await Promise.all(waiting)
  return count
}

async function add(index: PagefindIndex, { route, content }: PagefindRecord): Promise<void> {
  const { errors } = await answered(index.addHTMLFile({ url: route, content }), secondsForPage)
  if (errors.length > 0) throw searchErrors.refused(route, errors)
}

async function write(index: PagefindIndex, folder: string): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    const { errors } = await answered(index.writeFiles({ outputPath: folder }), secondsForWriting)
    if (errors.length > 0) throw new Error(errors.join('; '))
    const names = (await readdir(folder)).filter((name) => notOurs.test(name))
    await Promise.all(names.map((name) => rm(join(folder, name), { recursive: true })))
  } catch (cause) {
    throw searchErrors.notWritten(folder, cause)
  }
}

/** Pagefind's Node API never answers when its process was ended from outside. */
async function answered<T>(answer: Promise<T>, seconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(searchErrors.silent(seconds)), seconds * 1000)
  })
  try {
    return await Promise.race([answer, silence])
  } finally {
    clearTimeout(timer)
  }
}
