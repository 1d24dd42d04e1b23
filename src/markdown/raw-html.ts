import type { Element, Root, RootContent } from 'hast'
import type { HastNode } from 'satteri'
import { htmlTree } from '#markdown/engine'
import { isHtmlName } from './html-names.ts'
import { groupRaw } from './raw-groups.ts'
import { writeHtml } from './write.ts'

type Raw = Extract<HastNode, { type: 'raw' }>

/** Elements that turn the rest of a page into their own text, or change how it is parsed; none may stand on a page. */
const SWALLOWING =
  /<\/?(?:title|textarea|xmp|noembed|noframes|noscript|plaintext|template|select|option|frameset|form)\b[^>]*>?/gi
/** The same, but with content that must go with them: dropped only where they are never closed. */
const HIDING = ['script', 'style', 'iframe', 'svg', 'object', 'audio', 'video', 'math'] as const
const EMBEDDING: ReadonlySet<string> = new Set(['iframe', 'object', 'audio', 'video'])
const MARKED = new Set('a img h1 h2 h3 h4 h5 h6 dt li p pre summary tr'.split(' '))
const MARKED_TAG = /<(?:a|img|h[1-6]|dt|li|pre|p|summary|tr)(?=[\s/>])/gi
const END_TAG = /<\/([a-z][\w.-]*)/gi
/** A tag without attributes, as `<customer>` or `<name of the task>`. */
export const PLACEHOLDER = /^<([a-z][\w.-]*)(?:\s[^=<>"'/]*)?>$/i

/**
 * Replaces raw HTML in a tree by the elements that it means, also where a tag opens in one block and closes in
 * another, as a browser would read the page.
 *
 * Sätteri does this itself (`rawHtml`), but then loses every position. So the tree is written, with a mark on each
 * link, image and heading that says where it stands, and read again as HTML. The mark is the first attribute of its
 * tag, so that one written by an author never counts. Only the blocks with raw HTML in them are read again where the
 * tags allow it; the result is that of reading the whole page (a property test compares the two ways).
 */
export function resolveRawHtml(root: Root, options: { readonly whole?: boolean } = {}): Root {
  showPlaceholders(root)
  const raw = root.children.map((child) => takeRaw(child))
  if (raw.every((values) => values.length === 0)) {
    root.children = root.children.filter(isLeft)
    return root
  }
  const groups = (options.whole === true ? null : groupRaw(raw)) ?? [{ start: 0, end: root.children.length }]
  // Parts of a list, and not arguments: a page may have more blocks than a call can have arguments.
  const parts: RootContent[][] = []
  let at = 0
  for (const { start, end } of groups) {
    parts.push(root.children.slice(at, start).filter(isLeft), reread(root.children.slice(start, end)))
    at = end
  }
  root.children = [...parts, root.children.slice(at).filter(isLeft)].flat()
  return root
}

/** False for a comment that was taken out. */
function isLeft(node: RootContent): boolean {
  return node.type !== 'raw' || node.value !== ''
}

/** Words in angle brackets that no browser knows and nothing closes are text: a parser would make them disappear. */
function showPlaceholders(root: Root): void {
  const raw: Raw[] = []
  collectRaw(root, raw)
  const closed = new Set(
    raw.flatMap(({ value }) => [...value.matchAll(END_TAG)].map(([, name]) => name?.toLowerCase())),
  )
  for (const node of raw) {
    const name = PLACEHOLDER.exec(node.value)?.[1]
    if (name === undefined || isHtmlName(name)) continue
    if (!closed.has(name.toLowerCase())) Object.assign(node, { type: 'text' })
  }
}

function collectRaw(parent: Root | Element, raw: Raw[]): void {
  for (const child of parent.children) {
    if (child.type === 'raw') raw.push(child)
    else if (child.type === 'element') collectRaw(child, raw)
  }
}

function reread(nodes: RootContent[]): RootContent[] {
  const part: Root = { type: 'root', children: nodes }
  mark(part)
  // A fragment that begins with `<td>` would be read as part of a table; behind any other element it is not.
  const parsed = htmlTree(`<i></i>${closeHiding(writeHtml(part))}`)
  parsed.children.shift()
  unmark(parsed)
  return parsed.children
}

/** Raw HTML below a node, in order; comments are taken out. */
function takeRaw(node: RootContent, raw: string[] = []): string[] {
  if (node.type === 'raw') {
    if (isComments(node.value)) node.value = ''
    else raw.push(node.value)
  } else if (node.type === 'element') {
    let gone = false
    for (const child of node.children) {
      takeRaw(child, raw)
      gone ||= child.type === 'raw' && child.value === ''
    }
    if (gone) node.children = node.children.filter(isLeft)
  }
  return raw
}

/** True for comments and nothing else; looked at once from start to end, whatever stands in it. */
function isComments(html: string): boolean {
  const text = html.trim()
  if (!text.startsWith('<!--')) return false
  for (let at = 0; at < text.length; ) {
    // A browser ends `<!-->` and `<!--->` where they stand.
    if (!text.startsWith('<!--', at) || /^-?>/.test(text.slice(at + 4, at + 6))) return false
    const end = text.indexOf('-->', at + 4)
    if (end === -1) return false
    at = end + 3
    while (/\s/.test(text.charAt(at))) at += 1
  }
  return true
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

/**
 * Ends what has no end tag and would make the rest of the page disappear: a frame or video at once, so that its
 * address is kept (JSX ends it with `/>`, which HTML does not know); anything else is dropped.
 */
function closeHiding(html: string): string {
  let closed = html
  for (const name of HIDING) {
    if (!new RegExp(`<${name}\\b`, 'i').test(closed)) continue
    const lower = closed.toLowerCase()
    const last = lower.lastIndexOf(`</${name}`)
    closed = closed.replace(new RegExp(`<${name}\\b[^>]*>?`, 'gi'), (tag, offset: number) => {
      const isShown = EMBEDDING.has(name)
      const next = lower.indexOf(`<${name}`, offset + tag.length)
      const isClosed = offset < last && (!isShown || next === -1 || lower.slice(offset, next).includes(`</${name}`))
      if (isClosed && !(isShown && tag.endsWith('/>'))) return tag
      return isShown && tag.endsWith('>') ? `${tag}</${name}>` : ''
    })
  }
  return closed
}
