import { folderOf, nameOf } from '../content/file-names.ts'
import type { Content } from '../content/read.ts'
import type { RepoPath, Route } from '../model/ids.ts'
import type { Page } from '../model/page.ts'
import { withoutEdges } from '../text/edges.ts'

const ENDINGS = ['', '.md', '.mdx', '/index.md', '/README.md', '/_index.md']

/**
 * The page that another one names: by its path below the content folder, beside it or from the top of the repository,
 * with or without extension; by its address; or by the number of a record, as in `ADR-0005`, which counts in the
 * folder of the page that says so.
 */
export function pageNamed(content: Content, from: Page, name: string): Page | null {
  const written = name.trim().replace(/#.*$/, '')
  const bare = withoutEdges(written, /\//).replace(/\.mdx?$/, '')
  const byRoute = content.byRoute.get((bare === '' ? '/' : `/${bare}/`) as Route)
  if (byRoute !== undefined) return byRoute
  const prefix = content.contentRoot === '' ? '' : `${content.contentRoot}/`
  const beside = from.path.slice(0, from.path.lastIndexOf('/') + 1)
  const places = [
    prefix + bare,
    bare,
    ...(/^\.\.?\//.test(bare) || !bare.startsWith('/') ? [steps(beside + bare)] : []),
  ]
  for (const place of places) {
    for (const ending of ENDINGS) {
      const page = content.byPath.get(`${place}${ending}` as RepoPath)
      if (page !== undefined) return page
    }
  }
  const number = /^(?:[a-z]+[- ]?)?0*(\d{1,6})$/i.exec(bare)?.[1]
  return number === undefined ? null : numbered(content, from, number)
}

/** The record with a number among those in the folder of another. */
function numbered({ pages }: Content, from: Page, number: string): Page | null {
  const folder = folderOf(from.path)
  const isIt = ({ path }: Page): boolean =>
    folderOf(path) === folder && new RegExp(`^(?:[a-z]+[- ])?0*${number}\\D`, 'i').test(nameOf(path))
  return pages.find((page) => page !== from && isIt(page)) ?? null
}

/** A path without its steps up. */
function steps(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}
