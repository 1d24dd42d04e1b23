import type { Definition, Image, Link, Nodes } from 'mdast'
import { sourceTree } from '#markdown/engine'
import { codeRanges, isInside, type Range } from './code-ranges.ts'
import { refusalOf } from './limits.ts'

/** Where links and images of a republished text lead; null: nowhere, their text alone is left, as on the page. */
export interface Republishing {
  readonly link: (target: string) => string | null
  readonly image: (target: string) => string | null
}

interface Replacement {
  readonly range: Range
  readonly text: string
}

/**
 * A page's Markdown as it may stand on its own: comments, which the page does not show, are gone, code is as it was,
 * and links lead where the page's lead.
 *
 * @param text - what the page draws: without front matter and without the languages of other generators
 * @returns a sentence in place of a text that cannot be read (see `refusalOf`)
 */
export function republish(text: string, addresses: Republishing): string {
  const refusal = refusalOf(text)
  if (refusal !== null) return `${refusal.reason}\n`
  const code = codeRanges(text)
  const edits = [...comments(text), ...targets(text, code, addresses)].sort((a, b) => a.range[0] - b.range[0])
  let result = ''
  let at = 0
  for (const { range, text: instead } of edits) {
    if (range[0] < at) continue
    result += text.slice(at, range[0]) + instead
    at = range[1]
  }
  return `${(result + text.slice(at)).trim()}\n`
}

/** HTML comments; what stands in code is text. An open one hides all that follows, as on the page. */
function comments(text: string): Replacement[] {
  if (!text.includes('<!--')) return []
  const edits: Replacement[] = []
  const code = codeOnly(text)
  for (let start = text.indexOf('<!--'); start !== -1; ) {
    if (isInside(code, start)) {
      start = text.indexOf('<!--', start + 4)
      continue
    }
    const end = text.indexOf('-->', start + 4)
    edits.push({ range: [start, end === -1 ? text.length : end + 3], text: '' })
    start = end === -1 ? -1 : text.indexOf('<!--', end + 3)
  }
  return edits
}

/** Code without comments: `codeRanges` counts both. */
function codeOnly(text: string): Range[] {
  return codeRanges(text).filter(([start]) => !text.startsWith('<!--', start))
}

function targets(text: string, code: readonly Range[], addresses: Republishing): Replacement[] {
  const edits: Replacement[] = []
  const left: Nodes[] = [sourceTree(text)]
  for (let node = left.pop(); node !== undefined; node = left.pop()) {
    if ('children' in node) for (const child of node.children) left.push(child)
    const start = node.position?.start.offset
    const end = node.position?.end.offset
    if (start === undefined || end === undefined || isInside(code, start)) continue
    if (node.type === 'html') edits.push(...attributes(text.slice(start, end), start, addresses))
    else if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      edits.push(...targetOf(text, node, [start, end], addresses))
    }
  }
  return edits
}

function targetOf(
  text: string,
  node: Link | Image | Definition,
  [start, end]: Range,
  addresses: Republishing,
): Replacement[] {
  const instead = node.type === 'image' ? addresses.image(node.url) : addresses.link(node.url)
  if (instead === node.url) return []
  const [first, last] = node.type === 'link' ? [node.children[0], node.children.at(-1)] : []
  const [from, to] = [first?.position?.start.offset ?? start, last?.position?.end.offset ?? start]
  if (instead === null) {
    if (node.type === 'definition') return [{ range: [start, end], text: '' }]
    if (node.type === 'image' || first === undefined) {
      return [{ range: [start, end], text: node.type === 'image' ? (node.alt ?? '') : '' }]
    }
    return [
      { range: [start, from], text: '' },
      { range: [to, end], text: '' },
    ]
  }
  const mark = node.type === 'definition' ? ']:' : ']('
  const found = text.slice(to, end).indexOf(mark)
  const range = found === -1 ? null : targetAfter(text, to + found + mark.length, node.url)
  if (range !== null) return [{ range, text: instead }]
  // Escapes make the target look different from what it is: the link is written anew.
  if (node.type === 'definition' || first === undefined) return [{ range: [start, end], text: '' }]
  return [
    { range: [start, from], text: '[' },
    { range: [to, end], text: `](${instead})` },
  ]
}

const ADDRESS = /\s(href|src|poster|cite|data|srcset|longdesc|usemap)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi

/** Addresses in raw HTML; those that lead nowhere go with their attribute. */
function attributes(html: string, offset: number, addresses: Republishing): Replacement[] {
  if (html.startsWith('<!--')) return []
  return [...html.matchAll(ADDRESS)].flatMap(({ 0: whole, 1: name = '', 2: double, 3: single, 4: bare, index }) => {
    const target = double ?? single ?? bare ?? ''
    const isLink = name.toLowerCase() === 'href'
    const instead = isLink ? addresses.link(target) : addresses.image(target)
    if (instead === target) return []
    const range: Range = [offset + index, offset + index + whole.length]
    return [{ range, text: instead === null ? '' : ` ${name}="${instead.replaceAll('"', '%22')}"` }]
  })
}

/** Place of a target as it is written, in `<>` or not; null where escapes make it look different. */
function targetAfter(text: string, from: number, url: string): Range | null {
  if (url === '') return null
  let at = from
  while (/\s/.test(text[at] ?? '')) at += 1
  if (text[at] === '<') return text.startsWith(`${url}>`, at + 1) ? [at, at + url.length + 2] : null
  return text.startsWith(url, at) && /[\s)]/.test(text[at + url.length] ?? ' ') ? [at, at + url.length] : null
}
