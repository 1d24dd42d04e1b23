import type { Element, Root, RootContent } from 'hast'
import { markdownTree } from '#markdown/engine'
import { type Refusal, refusalOf } from './limits.ts'
import { resolveRawHtml } from './raw-html.ts'
import { TooDeep } from './write.ts'

export type Parsed =
  | { readonly root: Root; readonly refusal: null }
  | { readonly root: null; readonly refusal: Refusal }

/**
 * Tree of a page as a browser would see it: raw HTML parsed into elements, comments gone. Nothing in it is safe yet.
 *
 * Outline and rendering both begin here, so that they agree about every heading and link. Never throws on content.
 *
 * @param text - without the languages of other generators: `dialects/translate.ts` comes first
 * @param options.places - keep where links, images and headings stand; costs a fifth of the time
 */
export function parseMarkdown(text: string, options: { readonly places: boolean }): Parsed {
  const refusal = refusalOf(text)
  if (refusal !== null) return { root: null, refusal }
  return guarded(() => {
    const root = markdownTree(text, options)
    return text.includes('<') ? resolveRawHtml(root) : root
  })
}

/** Runs what walks a tree; where the tree is too deep for it, the page is refused instead. */
export function guarded(work: () => Root): Parsed {
  try {
    return { root: work(), refusal: null }
  } catch (error) {
    if (!(error instanceof TooDeep || error instanceof RangeError)) throw error
    return { root: null, refusal: { rule: 'too-deep', reason: 'The page is nested too deeply to be drawn.' } }
  }
}

/** Visits every element below `node`, parents first. */
export function eachElement(node: Root | Element, visit: (element: Element, parent: Root | Element) => void): void {
  for (const child of node.children as RootContent[]) {
    if (child.type !== 'element') continue
    visit(child, node)
    eachElement(child, visit)
  }
}
