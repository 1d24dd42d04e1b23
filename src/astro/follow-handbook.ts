import { type FSWatcher, readFileSync, watch } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { AstroIntegration } from 'astro'
import type { ViteDevServer } from 'vite'
import type { Handbook } from '../handbook/handbook.ts'
import { openedHandbook } from './current.ts'
import { mdxListId } from './mdx-list.ts'

/** What the development server follows beside the handbook's files. */
export interface Following {
  /** Repository whose HEAD is followed, or null without one. */
  readonly repository: { readonly gitDirectory: string; head(): Promise<string | null> } | null
  /** True for a file that a page of the handbook may be made from. */
  isContent(file: string): boolean
  /** Told after each reading which file was saved; null after one for a new commit. */
  onRead(file: string | null): void
  /** Told what could not be read; the server goes on with what it had. */
  onError(error: unknown): void
}

/** Reads saved files and new commits into the open handbook and reloads the browser (ASTRO.md 3). */
export function followHandbook(following: Following): AstroIntegration {
  return {
    name: 'whybook:follow',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const handbook = openedHandbook()
        if (handbook !== null) follow(server, handbook, following)
      },
    },
  }
}

function follow(server: ViteDevServer, handbook: Handbook, following: Following): void {
  let mdx = mdxNames(handbook)
  let queue: Promise<unknown> = Promise.resolve()
  const afterwards = (file: string | null, read: () => Promise<boolean>): void => {
    queue = queue
      .then(read)
      .then((changed) => {
        if (changed) {
          const now = mdxNames(handbook)
          show(server, now !== mdx)
          mdx = now
        }
        following.onRead(file)
      })
      .catch(following.onError)
  }
  const saved = (file: string): void => {
    if (following.isContent(file)) afterwards(file, () => handbook.refreshFile(file))
  }
  server.watcher.add(handbook.root)
  server.watcher.on('change', saved).on('add', saved).on('unlink', saved)
  const { repository } = following
  const watchers =
    repository === null
      ? []
      : watchGit(repository.gitDirectory, () =>
          afterwards(null, async () => (await repository.head()) !== handbook.history.head && handbook.refresh()),
        )
  server.httpServer?.on('close', () => {
    for (const watcher of watchers) watcher.close()
  })
}

/** Names of the pages that are code: when they change, the module that lists them does. */
function mdxNames(handbook: Handbook): string {
  return handbook
    .mdxPages()
    .map((page) => page.path)
    .join('\n')
}

function show(server: ViteDevServer, mdxChanged: boolean): void {
  for (const name of ['ssr', 'prerender']) {
    const environment = server.environments[name]
    if (environment === undefined) continue
    const list = mdxChanged ? environment.moduleGraph.getModuleById(mdxListId) : undefined
    if (list !== undefined) {
      environment.moduleGraph.invalidateModule(list)
      environment.hot.send({ type: 'full-reload' })
    }
    // Drops what Astro remembers of getStaticPaths: without it a new page is not found.
    environment.hot.send('astro:content-changed', {})
  }
  server.environments['client']?.hot.send({ type: 'full-reload', path: '*' })
}

/**
 * Vite never watches below `.git`. A commit writes `index` and `logs/HEAD` there and the branch's own file, which for
 * a linked worktree lies in the directory that it shares; other commands write there too, so HEAD is compared.
 */
function watchGit(directory: string, moved: () => void): readonly FSWatcher[] {
  let timer: NodeJS.Timeout | undefined
  const soon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(moved, 50)
  }
  return [directory, join(directory, 'logs'), branchFolder(directory)].flatMap((folder) => {
    try {
      return [watch(folder, soon)]
    } catch {
      return []
    }
  })
}

/** Folder of the file that holds the commit of the branch checked out now. */
function branchFolder(directory: string): string {
  const read = (name: string): string => {
    try {
      return readFileSync(join(directory, name), 'utf8').trim()
    } catch {
      return ''
    }
  }
  return dirname(resolve(directory, read('commondir'), read('HEAD').replace(/^ref: /, '')))
}
