import type { Root as HtmlRoot } from 'hast'
import type { Root } from 'mdast'
import { htmlToHast, markdownToMdast } from 'satteri'

/** Tree of a source with the places of its nodes, definitions and references kept apart. */
export function mdastOf(text: string, frontmatter: boolean): Root {
  return markdownToMdast(text, { features: { gfm: true, frontmatter, definitionList: true } }) as Root
}

/** Tree of a piece of raw HTML, as a browser reads it. */
export function fragmentOf(html: string): HtmlRoot {
  return htmlToHast(html, { fragment: true }) as HtmlRoot
}
