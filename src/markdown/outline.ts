import type { Element, Root } from 'hast'
import type { Heading, Outline, SourceLink } from '../model/page.ts'
import { sourceLine } from './dialects/line-map.ts'
import { type Translation, translateAlone } from './dialects/translate.ts'
import { embeddedAddress } from './embed.ts'
import { withEmoji } from './emoji.ts'
import { type AnchoredHeading, anchorHeadings } from './ids.ts'
import { opensWithTitle } from './page-shape.ts'
import { parseMarkdown } from './parse.ts'
import { STRIPPED, textOf } from './text-of.ts'

const EXCERPT = 300
/** Elements with an address that a page shows as a link. */
const EMBEDS = new Set(['iframe', 'video', 'audio', 'embed', 'object'])
const hidden: ReadonlySet<string> = new Set(STRIPPED)

/**
 * What a page's source says, without drawing it: headings with the anchors that {@link renderMarkdown} gives them,
 * links and images with their places (those in raw HTML too), every anchor.
 *
 * Targets are as the parser resolved them: entities and escapes decoded, other characters than ASCII percent-encoded
 * where they stood in Markdown. A page that is refused for its size has an empty outline. Never throws.
 *
 * @param body - Markdown after the front matter
 * @param bodyLine - line of the file on which it begins, from 1
 * @param translation - of the body from the languages of other generators; made here where it is not given
 */
export function outlineOf(
  body: string,
  bodyLine: number,
  translation: Pick<Translation, 'text' | 'lines'> = translateAlone(body),
): Outline {
  const { root } = parseMarkdown(translation.text, { places: true })
  if (root === null) return EMPTY
  try {
    return outlineOfTree(root, placesIn(body, translation, bodyLine - 1))
  } catch (error) {
    if (error instanceof RangeError) return EMPTY
    throw error
  }
}

function outlineOfTree(root: Root, at: At): Outline {
  const { headings, names } = anchorHeadings(root)
  const links: SourceLink[] = []
  const words = collect(root, at, links)
  return {
    headings: headings.map((heading) => asHeading(heading, at)),
    links,
    anchors: names,
    firstParagraph: firstParagraph(root),
    words,
    opensWithTitle: opensWithTitle(root, headings),
  }
}

/** Place in the file of a place in the text. */
type At = (place: { readonly line: number; readonly column: number }) => { line: number; column: number | null }

/** Where what stands in a translation stands in the file; the column is known where a line only got a new beginning. */
function placesIn(body: string, { text, lines }: Pick<Translation, 'text' | 'lines'>, offset: number): At {
  if (lines === null) return ({ line, column }) => ({ line: line + offset, column })
  let split: { readonly source: readonly string[]; readonly made: readonly string[] } | null = null
  return ({ line, column }) => {
    split ??= { source: body.split(/\r\n|\r|\n/), made: text.split('\n') }
    const at = sourceLine(lines, line)
    const source = split.source[at - 1] ?? ''
    const made = split.made[line - 1] ?? ''
    const shift = made.length - source.length
    const isKnown = made.endsWith(source.trimStart()) && column > shift
    return { line: at + offset, column: isKnown ? column - shift : null }
  }
}

const EMPTY: Outline = {
  headings: [],
  links: [],
  anchors: new Set(),
  firstParagraph: null,
  words: 0,
  opensWithTitle: false,
}

function asHeading({ depth, id, text, element }: AnchoredHeading, at: At): Heading {
  return { depth, id, text, line: at({ line: element.position?.start.line ?? 1, column: 1 }).line }
}

/** Puts the links below `parent` into `links` and counts the words there. */
function collect(parent: Root | Element, at: At, links: SourceLink[]): number {
  let words = 0
  for (const child of parent.children) {
    if (child.type === 'text') words += wordCount(child.value)
    if (child.type !== 'element') continue
    const { tagName, properties } = child
    if (tagName === 'a') {
      const target = properties['href']
      const isOurs = properties['dataFootnoteRef'] !== undefined || properties['dataFootnoteBackref'] !== undefined
      if (typeof target === 'string' && !isOurs)
        links.push({ kind: 'link', target, text: textOf(child).trim(), ...placeOf(child, at) })
    } else if (tagName === 'img') {
      const target = properties['src']
      if (typeof target === 'string')
        links.push({ kind: 'image', target, text: String(properties['alt'] ?? ''), ...placeOf(child, at) })
    } else if (EMBEDS.has(tagName)) {
      const target = embeddedAddress(child)
      if (target !== null)
        links.push({ kind: 'link', target, text: String(properties['title'] ?? ''), ...placeOf(child, at) })
      continue
    }
    if (!hidden.has(tagName)) words += collect(child, at, links)
  }
  return words
}

function placeOf({ position }: Element, at: At): Pick<SourceLink, 'line' | 'column'> {
  return position === undefined ? { line: null, column: null } : at(position.start)
}

function firstParagraph(parent: Root | Element): string | null {
  for (const child of parent.children) {
    if (child.type !== 'element') continue
    if (child.tagName === 'p') {
      const text = withEmoji(textOf(child)).replace(/\s+/g, ' ').trim()
      if (text !== '' && !/^\[!\w+\]/.test(text)) return text.length <= EXCERPT ? text : cut(text)
    } else if (/^(?:div|section|center|article)$/.test(child.tagName)) {
      const inner = firstParagraph(child)
      if (inner !== null) return inner
    }
  }
  return null
}

function cut(text: string): string {
  const short = text.slice(0, EXCERPT - 1)
  const space = short.lastIndexOf(' ')
  return `${(space > EXCERPT / 2 ? short.slice(0, space) : short).toWellFormed().replace(/\uFFFD$/, '')}…`
}

const DENSE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu

/** Words of a text, by the blanks between them; scripts without blanks count half a word a character. */
function wordCount(text: string): number {
  if (text.length < 3) return 0
  let words = 1 - (text.startsWith(' ') ? 1 : 0) - (text.endsWith(' ') ? 1 : 0)
  for (let at = text.indexOf(' '); at !== -1; at = text.indexOf(' ', at + 1)) words += 1
  return /[\u0E00-\u0E7F\u3040-\u9FFF]/.test(text) ? words + Math.floor((text.match(DENSE)?.length ?? 0) / 2) : words
}
