import type { Element, Root, RootContent } from 'hast'
import { htmlToHast } from 'satteri'
import { writeHtml } from './write.ts'

/** Elements that turn the rest of a page into their own text, or change how it is parsed; none may stand on a page. */
const SWALLOWING =
  /<\/?(?:title|textarea|xmp|noembed|noframes|noscript|plaintext|template|select|option|frameset|form)\b[^>]*>?/gi
/** The same, but with content that must go with them: dropped only where they are never closed. */
const HIDING = ['script', 'style', 'iframe', 'svg', 'object', 'audio', 'video', 'math'] as const
const MARKED = new Set(['a', 'img', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
const MARKED_TAG = /<(?:a|img|h[1-6])(?=[\s/>])/gi
const PLAIN_TAG = /<(\/?)([a-z][a-z0-9-]*)(?:\s[^<>]*)?>/gi
const NO_END_TAG = new Set(['br', 'hr', 'img', 'input', 'wbr', 'col', 'source', 'track', 'embed', 'link', 'meta'])
const COMMENTS = /^\s*(?:<!--(?!-?>)[\s\S]*?-->\s*)+$/

/**
 * Replaces raw HTML in a tree by the elements that it means, also where a tag opens in one block and closes in
 * another, as a browser would read the page.
 *
 * Sätteri does this itself (`rawHtml`), but then loses every position. So the tree is written, with a mark on each
 * link, image and heading that says where it stands, and read again as HTML. The mark is the first attribute of its
 * tag, so that one written by an author never counts. Where every block closes what it opens, only the blocks with
 * raw HTML in them are read again; the result is the same (a property test compares the two ways).
 */
export function resolveRawHtml(root: Root, options: { readonly whole?: boolean } = {}): Root {
  const rawIn = root.children.map((child) => (child.type === 'raw' || child.type === 'element' ? takeRaw(child) : null))
  root.children = root.children.filter((child) => child.type !== 'raw' || child.value !== '')
  if (rawIn.every((raw) => raw === null || raw.length === 0)) return root
  if (options.whole !== true && rawIn.every((raw) => raw === null || closesItself(raw))) {
    root.children = root.children.flatMap((child) => (holdsRaw(child) ? reread([child]) : [child]))
  } else root.children = reread(root.children)
  return root
}

function reread(nodes: RootContent[]): RootContent[] {
  const part: Root = { type: 'root', children: nodes }
  mark(part)
  // A fragment that begins with `<td>` would be read as part of a table; behind any other element it is not.
  const parsed = htmlToHast(`<i></i>${closeHiding(writeHtml(part))}`, { fragment: true }) as Root
  parsed.children.shift()
  unmark(parsed)
  return parsed.children
}

function holdsRaw(node: RootContent): boolean {
  return node.type === 'raw' || (node.type === 'element' && node.children.some(holdsRaw))
}

/** Raw HTML below a node, in order; comments are taken out. */
function takeRaw(node: RootContent, raw: string[] = []): string[] {
  if (node.type === 'raw') {
    if (COMMENTS.test(node.value)) node.value = ''
    else raw.push(node.value)
  } else if (node.type === 'element') {
    let gone = false
    for (const child of node.children) {
      takeRaw(child, raw)
      gone ||= child.type === 'raw' && child.value === ''
    }
    if (gone) node.children = node.children.filter((child) => child.type !== 'raw' || child.value !== '')
  }
  return raw
}

/** True when tags of one block open and close in pairs, all of them plainly written; then no other block is touched. */
function closesItself(raw: readonly string[]): boolean {
  const open: string[] = []
  for (const html of raw) {
    let signs = 0
    for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) signs += 1
    for (const [, slash, name = ''] of html.matchAll(PLAIN_TAG)) {
      signs -= 1
      const tag = name.toLowerCase()
      if (NO_END_TAG.has(tag)) continue
      if (slash !== '/') open.push(tag)
      else if (open.pop() !== tag) return false
    }
    if (signs !== 0) return false
  }
  return open.length === 0
}

function mark(parent: Root | Element): void {
  for (const child of parent.children) {
    if (child.type === 'raw') {
      const html = child.value.replace(SWALLOWING, '')
      child.value = child.position === undefined ? html : markRaw(html, child.position.start)
    } else if (child.type === 'element') {
      const start = child.position?.start
      if (start !== undefined && MARKED.has(child.tagName)) {
        child.properties = { dataAt: `${start.line}:${start.column}`, ...child.properties }
      }
      mark(child)
    }
  }
}

function markRaw(html: string, start: { line: number; column: number }): string {
  let line = start.line
  let lineStart = 1 - start.column
  let seen = 0
  return html.replace(MARKED_TAG, (tag, offset: number) => {
    for (let at = html.indexOf('\n', seen); at !== -1 && at < offset; at = html.indexOf('\n', at + 1)) {
      line += 1
      lineStart = at + 1
    }
    seen = offset
    return `${tag} data-at=${line}:${offset - lineStart + 1}`
  })
}

function unmark(parent: Root | Element): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue
    const { dataAt } = child.properties
    if (dataAt !== undefined) {
      delete child.properties['dataAt']
      const [line, column] = String(dataAt).split(':').map(Number)
      const point = { line: line ?? 1, column: column ?? 1 }
      if (MARKED.has(child.tagName)) child.position = { start: point, end: point }
    }
    unmark(child)
  }
}

/** Drops a start tag that has no end tag after it and would make the rest of the page disappear. */
function closeHiding(html: string): string {
  let closed = html
  for (const name of HIDING) {
    if (!closed.includes('<') || !new RegExp(`<${name}\\b`, 'i').test(closed)) continue
    const last = closed.toLowerCase().lastIndexOf(`</${name}`)
    closed = closed.replace(new RegExp(`<${name}\\b[^>]*>?`, 'gi'), (tag, offset: number) => (offset > last ? '' : tag))
  }
  return closed
}
