import type { Image, ImageReference, Link, LinkReference } from 'mdast'
import { markdownText } from '../text/markdown-text.ts'
import type { Range } from './code-ranges.ts'
import { refusalOf } from './limits.ts'
import { lookThrough, type Placed, type Seen } from './look-through.ts'
import { type Replacement, republishHtml } from './republish-html.ts'

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
