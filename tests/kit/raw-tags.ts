import type { Nodes } from 'hast'
import { htmlToHast } from 'satteri'

const RAW =
  /\{\{|\}\}|\{%|%\}|<%|%>|\{::?[ \t]*[.#\w]|\{#(?!\d)|:::|^[ \t]*(?:!!!|\?\?\?\+?)[ \t]|^[ \t]*===[ \t]+"|-{2}8<-{2}|\[TOC\]|\[\[_TOC_\]\]|\[!\w+\]|<\/?(?:Tabs|TabItem|Admonition|Aside)\b|^import .* from /gm

/** Marks of template languages in the text that a page shows, outside code. */
export function rawTags(html: string): string[] {
  const texts: string[] = []
  visit(htmlToHast(html, { fragment: true }), texts)
  return texts.flatMap((text) => [...text.matchAll(RAW)].map(({ index }) => text.slice(index, index + 40)))
}

function visit(node: Nodes, texts: string[]): void {
  if (node.type === 'text') texts.push(node.value)
  else if (node.type === 'element') {
    if (/^(?:code|pre|script|style|kbd|samp)$/.test(node.tagName)) return
    for (const key of ['href', 'src', 'alt', 'title']) {
      const value = node.properties[key]
      if (typeof value === 'string') texts.push(decode(value))
    }
  }
  if ('children' in node) for (const child of node.children) visit(child, texts)
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}
