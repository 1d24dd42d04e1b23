import { afterEach } from 'vitest'
import { machineFiles } from '../../src/exports/files.ts'
import { defaultOptions } from '../../src/handbook/default-options.ts'
import type { Handbook, OpenOptions } from '../../src/handbook/handbook.ts'
import { openHandbook } from '../../src/handbook/open.ts'
import type { Route } from '../../src/model/ids.ts'
import type { ChangeView, PageView, View } from '../../src/model/view.ts'
import { type Files, type Repo, type RepoOptions, repo } from '../kit/repo.ts'

const cleanUps: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

/** A repository that is removed after the test. */
export async function handbookRepo(files: Files, options?: RepoOptions): Promise<Repo> {
  const made = await repo(files, options)
  cleanUps.push(() => made.remove())
  return made
}

/** Opens a folder as a handbook, and closes it after the test. */
export async function open(path: string, options: Partial<OpenOptions> = {}): Promise<Handbook> {
  const handbook = await openHandbook(path, { ...defaultOptions, ...options })
  cleanUps.push(() => handbook.close())
  return handbook
}

type Of<T extends View['type']> = Extract<View, { type: T }>

/** The view at a route, which must be of the type that is expected there. */
export async function viewOf<T extends View['type']>(handbook: Handbook, route: string, type: T): Promise<Of<T>> {
  const view = await handbook.view(route as Route)
  if (view.type !== type) throw new Error(`${route} is a ${view.type}, not a ${type}`)
  return view as Of<T>
}

export const pageAt = (handbook: Handbook, route: string): Promise<PageView> => viewOf(handbook, route, 'page')

/** Views of all changes that have a page of their own, newest first. */
export async function changePages(handbook: Handbook): Promise<ChangeView[]> {
  const routes = handbook.routes().filter(({ route }) => /^\/changes\/[0-9a-f]{12}\/$/.test(route))
  return Promise.all(routes.map(({ route }) => viewOf(handbook, route, 'change')))
}

/** Everything that a build would publish of a handbook, as one text. */
export async function published(handbook: Handbook): Promise<string> {
  const views = await Promise.all(handbook.routes().map(({ route }) => handbook.view(route)))
  const archives = await Promise.all(handbook.pages.map((page) => handbook.archiveOf(page)?.make()))
  return JSON.stringify([
    views,
    archives,
    handbook.notFound(),
    [...handbook.searchDocuments()],
    handbook.redirects,
    handbook.assets().map(({ to }) => to),
    handbook.treeJson(),
    handbook.anchorsJson(),
    handbook.buildJson(),
    handbook.latelyJson(),
    handbook.shell,
    [...machineFiles(handbook, handbook.routes())].map((file) => [file.path, file.make()]),
  ])
}
