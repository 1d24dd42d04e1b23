import type { Definition, Image, ImageReference, Link, LinkReference, Nodes } from 'mdast'
import { markdownToMdast } from 'satteri'
import { markdownText } from '../text/markdown-text.ts'
import type { Range } from './code-ranges.ts'
import { refusalOf } from './limits.ts'
import { type HtmlPiece, type Replacement, republishHtml } from './republish-html.ts'

/** Where links and images of a republished text lead; null: nowhere, their text alone is left, as on the page. */
export interface Republishing {
  readonly link: (target: string) => string | null
  readonly image: (target: string) => string | null
}

/**
 * A page's Markdown as it may stand on its own: what the page does not show is gone (comments, scripts, definitions
 * and footnotes that nothing refers to), code is as it was, and links lead where the page's lead.
 *
 * @param text - what the page draws: without front matter and without the languages of other generators
 * @returns a sentence in place of a text that cannot be read (see `refusalOf`)
 */
export function republish(text: string, addresses: Republishing): string {
  const refusal = refusalOf(text)
  if (refusal !== null) return `${refusal.reason}\n`
  const seen = lookThrough(text)
  const edits = [
    ...republishHtml(text, seen.html, addresses),
    ...definitionEdits(text, seen, addresses),
    ...seen.links.flatMap((placed) => targetOf(text, placed, addresses)),
    ...seen.references.flatMap((placed) => referenceOf(text, placed, seen, addresses)),
    ...seen.unused.map((range) => ({ range, text: '' })),
  ]
  return `${edited(text, edits).trim()}\n`
}

const MARK = /[`*_~]/

/** What is replaced twice is gone. */
function edited(text: string, edits: readonly Replacement[]): string {
  let result = ''
  let at = 0
  for (const { range, text: instead } of edits.toSorted((a, b) => a.range[0] - b.range[0])) {
    if (range[0] >= at) result += text.slice(at, range[0]) + instead
    at = Math.max(at, range[1])
    // Marks that stood apart would be one: an empty comment keeps them apart.
    if (instead === '' && MARK.test(result.slice(-1)) && result.slice(-1) === text[at]) result += '<!---->'
  }
  return result + text.slice(at)
}

interface Placed<Node> {
  readonly node: Node
  readonly range: Range
}

interface Seen {
  readonly html: readonly HtmlPiece[]
  readonly links: readonly Placed<Link | Image>[]
  readonly references: readonly Placed<LinkReference | ImageReference>[]
  /** The first of each name counts. */
  readonly definitions: ReadonlyMap<string, Placed<Definition>>
  /** Definitions and footnotes that the page does not show. */
  readonly unused: readonly Range[]
}

const FEATURES = { gfm: true, frontmatter: false, definitionList: true } as const

/** Walks through a text, through a footnote only where something refers to it. */
function lookThrough(text: string): Seen {
  const html: HtmlPiece[] = []
  const links: Placed<Link | Image>[] = []
  const references: Placed<LinkReference | ImageReference>[] = []
  const written: Placed<Definition>[] = []
  const footnotes = new Map<string, Nodes & { readonly children: readonly Nodes[] }>()
  const spare: Range[] = []
  const wanted = new Set<string>()
  const left: Nodes[] = [markdownToMdast(text, { features: FEATURES })]
  const want = (identifier: string): void => {
    if (wanted.has(identifier)) return
    wanted.add(identifier)
    for (const child of footnotes.get(identifier)?.children ?? []) left.push(child)
  }
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    const range = rangeOf(node)
    if (node.type === 'footnoteDefinition') {
      const isFirst = !footnotes.has(node.identifier)
      if (isFirst) footnotes.set(node.identifier, node)
      else if (range !== null) spare.push(range)
      if (isFirst && wanted.has(node.identifier)) for (const child of node.children) left.push(child)
      continue
    }
    // In the order of the text: the first definition of a name counts.
    if ('children' in node) for (const child of node.children.toReversed()) left.push(child)
    if (range === null) continue
    if (node.type === 'html') html.push({ value: node.value, start: range[0], end: range[1] })
    else if (node.type === 'link' || node.type === 'image') links.push({ node, range })
    else if (node.type === 'linkReference' || node.type === 'imageReference') references.push({ node, range })
    else if (node.type === 'definition') written.push({ node, range })
    else if (node.type === 'footnoteReference') want(node.identifier)
  }
  const definitions = new Map<string, Placed<Definition>>()
  const used = new Set(references.map(({ node }) => node.identifier))
  for (const each of written.toSorted((a, b) => a.range[0] - b.range[0])) {
    const { identifier } = each.node
    if (used.has(identifier) && !definitions.has(identifier)) definitions.set(identifier, each)
    else spare.push(each.range)
  }
  for (const [identifier, node] of footnotes) {
    const range = rangeOf(node)
    if (!wanted.has(identifier) && range !== null) spare.push(range)
  }
  html.sort((a, b) => a.start - b.start)
  return { html, links, references, definitions, unused: spare }
}

function rangeOf({ position }: Nodes): Range | null {
  const start = position?.start.offset
  const end = position?.end.offset
  return start === undefined || end === undefined ? null : [start, end]
}

/** Definitions lead where links do, or are gone where they lead nowhere. */
function definitionEdits(text: string, { definitions, references }: Seen, addresses: Republishing): Replacement[] {
  const ofImages = new Set(references.flatMap(({ node }) => (node.type === 'imageReference' ? [node.identifier] : [])))
  return [...definitions.values()].flatMap(({ node, range }) => {
    const instead = ofImages.has(node.identifier) ? addresses.image(node.url) : addresses.link(node.url)
    if (instead === node.url) return []
    if (instead === null) return [{ range, text: '' }]
    const found = text.slice(...range).indexOf(']:')
    const place = found === -1 ? null : targetAfter(text, range[0] + found + 2, node.url)
    if (place !== null) return [{ range: place, text: written(instead) }]
    return [{ range, text: `[${node.label ?? node.identifier}]: ${written(instead)}${titleOf(node)}` }]
  })
}

/** Of a reference to what leads nowhere the text alone is left: the name of what it refers to may be telling. */
function referenceOf(
  text: string,
  { node, range }: Placed<LinkReference | ImageReference>,
  { definitions }: Seen,
  addresses: Republishing,
): Replacement[] {
  const url = definitions.get(node.identifier)?.node.url
  const isImage = node.type === 'imageReference'
  if (url === undefined) return []
  const isKept = (isImage ? addresses.image(url) : addresses.link(url)) !== null
  if (isKept && (!isImage || text.startsWith(`![${node.alt ?? ''}]`, range[0]))) return []
  if (!isImage) return textAlone(node, range)
  const alt = markdownText(node.alt ?? '')
  return [{ range, text: isKept ? `![${alt}][${node.label ?? node.identifier}]` : alt }]
}

function textAlone({ children }: Link | LinkReference, [start, end]: Range): Replacement[] {
  const from = children[0]?.position?.start.offset
  const to = children.at(-1)?.position?.end.offset
  if (from === undefined || to === undefined) return [{ range: [start, end], text: '' }]
  return [
    { range: [start, from], text: '' },
    { range: [to, end], text: '' },
  ]
}

function targetOf(text: string, { node, range }: Placed<Link | Image>, addresses: Republishing): Replacement[] {
  const [start, end] = range
  if (node.type === 'image') {
    const instead = addresses.image(node.url)
    const alt = node.alt ?? ''
    if (instead === null) return [{ range, text: markdownText(alt) }]
    const open = `![${alt}](`
    const isPlain = text.startsWith(open, start)
    if (isPlain && instead === node.url) return []
    const place = isPlain ? targetAfter(text, start + open.length, node.url) : null
    if (place !== null) return [{ range: place, text: written(instead) }]
    return [{ range, text: `![${markdownText(alt)}](${written(instead)}${titleOf(node)})` }]
  }
  const instead = addresses.link(node.url)
  if (instead === node.url) return []
  if (instead === null) return textAlone(node, range)
  const from = node.children[0]?.position?.start.offset ?? start
  const to = node.children.at(-1)?.position?.end.offset ?? start
  const found = text.slice(to, end).indexOf('](')
  const place = found === -1 ? null : targetAfter(text, to + found + 2, node.url)
  if (place !== null) return [{ range: place, text: written(instead) }]
  // Escapes make the target look different from what it is: the link is written anew.
  if (node.children.length === 0) return [{ range, text: '' }]
  return [
    { range: [start, from], text: '[' },
    { range: [to, end], text: `](${written(instead)}${titleOf(node)})` },
  ]
}

/** A target as Markdown writes it: what holds blanks or brackets stands in `<>`. */
function written(target: string): string {
  if (target !== '' && !/[\s()<>\\]/.test(target)) return target
  return `<${target.replaceAll('<', '%3C').replaceAll('>', '%3E').replaceAll('\\', '%5C').replace(/\s/g, ' ')}>`
}

const titleOf = ({ title }: { readonly title?: string | null | undefined }): string =>
  title == null ? '' : ` "${markdownText(title).replaceAll('"', '\\"')}"`

/** Place of a target as it is written, in `<>` or not; null where escapes make it look different. */
function targetAfter(text: string, from: number, url: string): Range | null {
  if (url === '') return null
  let at = from
  while (/\s/.test(text[at] ?? '')) at += 1
  if (text[at] === '<') return text.startsWith(`${url}>`, at + 1) ? [at, at + url.length + 2] : null
  return text.startsWith(url, at) && /[\s)]/.test(text[at + url.length] ?? ' ') ? [at, at + url.length] : null
}
