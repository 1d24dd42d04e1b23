import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { toHast } from 'mdast-util-to-hast'
import { gfm } from 'micromark-extension-gfm'
import type * as Native from '../native/engine.ts'
import { definitionLists } from './definition-lists.ts'
import { treeOfDom } from './dom-tree.ts'
import { withoutPlaces } from './without-places.ts'

/** Markdown's tree in a reader's browser, where Sätteri, which is native code, cannot run: micromark's, with GFM. */
export const sourceTree: typeof Native.sourceTree = (text) =>
  fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })

/** As Sätteri's; raw HTML stands in it as `raw` nodes. */
export const markdownTree: typeof Native.markdownTree = (text, { places }) => {
  const source = definitionLists(sourceTree(text), sourceTree)
  const tree = toHast(places ? source : withoutPlaces(source), { allowDangerousHtml: true })
  return tree.type === 'root' ? tree : { type: 'root', children: [] }
}

/**
 * Elements of some HTML by the browser's own parser: a document of its own without a window, in which nothing runs
 * and nothing is loaded.
 */
export const htmlTree: typeof Native.htmlTree = (html) =>
  treeOfDom(new DOMParser().parseFromString(`<!doctype html><body>${html}`, 'text/html').body)
