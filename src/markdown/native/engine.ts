import type { Root as HtmlRoot } from 'hast'
import type { Root as MarkdownRoot } from 'mdast'
import { htmlToHast, markdownToHast, markdownToMdast } from 'satteri'

/** Features of Markdown that we read. Smart punctuation stays off: it needs time in the square of the source. */
const features = { gfm: true, frontmatter: false, definitionList: true, smartPunctuation: false, math: false } as const

/**
 * Tree of a page in Markdown; raw HTML stands in it as `raw` nodes.
 *
 * @param options.places - keep where things stand; costs a fifth of the time
 */
export function markdownTree(text: string, options: { readonly places: boolean }): HtmlRoot {
  return markdownToHast(text, { features, position: options.places }) as HtmlRoot
}

/** Tree of the elements of some HTML, as a browser would read it inside `body`. */
export function htmlTree(html: string): HtmlRoot {
  return htmlToHast(html, { fragment: true }) as HtmlRoot
}

/** Markdown as it is written, with places. */
export function sourceTree(text: string): MarkdownRoot {
  return markdownToMdast(text, { features: { gfm: true, frontmatter: false, definitionList: true } }) as MarkdownRoot
}
