import { isAbsolute, relative, resolve, sep } from 'node:path'
import type { WhybookError } from '../model/error.ts'
import type { RepoPath } from '../model/ids.ts'
import { cliErrors } from './errors.ts'
import { type FoundPage, findPage, livePaths } from './find-page.ts'
import type { Past } from './past.ts'

/** The page that a word on the command line means. @throws {WhybookError} `cli/no-such-page`, `cli/several-pages` */
export function pageMeant(past: Past, asked: string): RepoPath {
  const paths = new Set([...livePaths(past.history), ...past.files])
  const found = pagesFor(asked, past.root).map((name) => findPage(name, paths, past.history.moved))
  const [path] = found.flatMap((each) => ('path' in each ? [each.path] : []))
  if (path !== undefined) return path
  throw notFound(asked, found)
}

/** A path is tried from the current folder first, as a shell completes it, then from the repository's root. */
function pagesFor(asked: string, root: string): readonly string[] {
  const inside = relative(root, resolve(asked)).split(sep).join('/')
  const isInside = !inside.startsWith('../') && !isAbsolute(inside)
  return isInside && inside !== asked ? [inside, asked] : [asked]
}

function notFound(asked: string, found: readonly FoundPage[]): WhybookError {
  const several = new Set(found.flatMap((each) => ('several' in each ? each.several : [])))
  if (several.size > 0) return cliErrors.severalPages(asked, [...several])
  const [inside] = found.flatMap((each) => ('inside' in each ? [each.inside] : []))
  if (inside !== undefined) return cliErrors.folderAlone(asked, inside)
  const near = new Set(found.flatMap((each) => ('near' in each ? each.near : [])))
  return cliErrors.noPage(asked, [...near].slice(0, 3))
}
