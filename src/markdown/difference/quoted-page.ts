import { findFences } from '../front-matter-fences.ts'
import { comparable } from './comparable.ts'
import { quotedHtml } from './html.ts'
import { LARGEST_PAGES } from './limit.ts'
import { pageTree } from './page-tree.ts'

/**
 * A page that is gone, as a quotation: without ids, links lead to other sites alone, pictures are named.
 *
 * @param source - text of the file, front matter included
 * @returns safe HTML; null for what is too large or not drawn
 */
export function quotedPage(source: string): string | null {
  if (source.length > LARGEST_PAGES) return null
  const text = source.replace(/^\uFEFF/, '')
  const fences = findFences(text)
  const root = pageTree(fences.kind === 'none' || fences.kind === 'broken' ? text : fences.body)
  if (root === null) return null
  const tree = comparable(root)
  const [first] = tree.children
  // The title stands above it.
  if (first?.type === 'element' && first.tagName === 'h1') tree.children.shift()
  return quotedHtml(tree)
}
