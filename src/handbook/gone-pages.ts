import type { BlobId, Route } from '../model/ids.ts'
import type { Page } from '../model/page.ts'
import type { Assembly, ShownChange, ShownTouch } from './assembly.ts'
import { historyShown } from './visibility.ts'

/** A page that is gone, with the change that removed it. */
export interface GonePage {
  readonly route: Route
  readonly shown: ShownChange
  readonly touch: ShownTouch['touch']
  /** Its last version. */
  readonly blob: BlobId
  /** The page that says it takes its place. */
  readonly replacedBy: Page | null
}

const known = new WeakMap<Assembly, ReadonlyMap<Route, GonePage>>()

/**
 * Pages that keep their address after they were removed: those of which the last version may be shown, and where
 * nothing stands now. Of several that had one address, the last.
 */
export function gonePages(assembly: Assembly): ReadonlyMap<Route, GonePage> {
  const found = known.get(assembly) ?? find(assembly)
  known.set(assembly, found)
  return found
}

function find(assembly: Assembly): ReadonlyMap<Route, GonePage> {
  const gone = new Map<Route, GonePage>()
  const replaced = replacedPaths(assembly)
  const seen = new Set<string>()
  for (const shown of assembly.changes) {
    for (const each of shown.touches) {
      const { touch, page } = each
      const { path } = touch
      const isFirst = !seen.has(path)
      seen.add(path)
      // What came back after it was removed is a page, or was moved on from there.
      if (!isFirst || page !== null || touch.kind !== 'removed' || touch.before === null) continue
      if (assembly.history.moved.has(path) || historyShown(assembly, each) !== 'diff') continue
      const route = assembly.content.formerAddress(path)
      if (route === null || gone.has(route)) continue
      gone.set(route, { route, shown, touch, blob: touch.before, replacedBy: replaced.get(stem(path)) ?? null })
    }
  }
  return gone
}

/** What pages of today name in `supersedes`, as paths without their ending. */
function replacedPaths({ content }: Assembly): ReadonlyMap<string, Page> {
  return new Map(
    content.pages.flatMap((page) =>
      [page.frontMatter.supersedes ?? []].flat().flatMap((written) => {
        const bare = stem(written.replace(/^\//, ''))
        const { contentRoot } = content
        return [bare, contentRoot === '' ? bare : `${contentRoot}/${bare}`].map((path) => [path, page] as const)
      }),
    ),
  )
}

const stem = (path: string): string => path.replace(/\.(?:md|markdown|mdx)$|\/$/i, '')
