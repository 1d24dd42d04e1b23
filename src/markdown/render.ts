import type { Element, ElementContent, Root } from 'hast'
import { htmlTree } from '#markdown/engine'
import { type Finding, finding } from '../model/finding.ts'
import type { LineMap } from '../model/page.ts'
import type { SectionView } from '../model/view.ts'
import { type AnchoredBlock, anchorBlocks } from './block-anchors.ts'
import { decorate, runsLeft } from './decorate.ts'
import { sourceLine } from './dialects/line-map.ts'
import { translateAlone } from './dialects/translate.ts'
import { draw } from './draw.ts'
import type { Addresses } from './draw-addresses.ts'
import { type AnchoredHeading, anchorHeadings } from './ids.ts'
import { LARGEST_HTML, type Refusal } from './limits.ts'
import { areNumbered, opensWithTitle } from './page-shape.ts'
import { parseMarkdown } from './parse.ts'
import { sanitise } from './sanitise.ts'
import { readableText } from './text-of.ts'
import { TooDeep, writeHtml } from './write.ts'

export interface RenderOptions extends Addresses {
  /** Line of the file on which the body begins, from 1. */
  readonly bodyLine: number
  /**
   * Lines of the body that the lines of the text were made from, where it was translated from the languages of other
   * generators; without it the text is translated here, with nothing known of the handbook.
   */
  readonly lines?: LineMap
  /** The first H1 is the page's title and is not drawn again; null where it is one if the page opens with it. */
  readonly dropTitle: boolean | null
  /** H2s carry their number as a link to themselves; null where the page itself decides, see {@link areNumbered}. */
  readonly numberSections: boolean | null
  /** Blocks of the file whose names the page's elements get; without them nothing is known of where elements stand. */
  readonly blocks?: readonly AnchoredBlock[]
}

/** A part of a page between which others can stand: a child of its root. */
export interface PagePart {
  /** Line of the file that it begins on, from 1; 0 where nobody knows. */
  readonly line: number
  /** Place in the HTML, its end not included. */
  readonly from: number
  readonly to: number
  readonly tagName: string
}

/** A page as it is shown. */
export interface Rendered {
  /** Safe HTML, without a title. */
  readonly html: string
  /** H2 and H3, in order. */
  readonly sections: readonly SectionView[]
  /** Elements at the top of the page, in order; none where `options.blocks` was not given. */
  readonly parts: readonly PagePart[]
  /** By the name of a block the anchor that leads to it, where that is not its name. */
  readonly blockAnchors: ReadonlyMap<string, string>
  /** Readable plain text, one line a block; worked out when it is asked for. */
  readonly text: string
  readonly hasMermaid: boolean
  /** `path` is null: the caller fills it. Findings about template tags come from `translate`, not from here. */
  readonly findings: readonly Finding[]
}

/**
 * Draws a page: Markdown and raw HTML to a tree, the tree to what pages show, through the one sanitiser, then our own
 * additions, then HTML. A page that would take too long, too much memory or more than 20 MB becomes a sentence and an
 * error. Never throws on content.
 *
 * @param body - Markdown after the front matter, translated where `options.lines` says so
 */
export function renderMarkdown(body: string, options: RenderOptions): Rendered {
  const text = options.lines === undefined ? translateAlone(body).text : body
  const { root, refusal } = parseMarkdown(text, { places: options.blocks !== undefined })
  if (root === null) return refused(refusal, options.bodyLine)
  try {
    const drawn = drawPage(root, options, runsLeft(text))
    if (drawn.html.length <= LARGEST_HTML) return drawn
    return refused({ rule: 'too-large', reason: 'The page would be more than 20 MB of HTML.' }, options.bodyLine)
  } catch (error) {
    if (!(error instanceof TooDeep || error instanceof RangeError)) throw error
    return refused({ rule: 'too-deep', reason: 'The page is nested too deeply to be drawn.' }, options.bodyLine)
  }
}

function drawPage(root: Root, options: RenderOptions, mayRunLeft: boolean): Rendered {
  const { headings } = anchorHeadings(root)
  const shown = lowerTitles(root, headings, options.dropTitle ?? opensWithTitle(root, headings))
  const { hasMermaid } = draw(root, options)
  const sections = sectionsOf(shown, options.numberSections ?? areNumbered(headings))
  const safe = sanitise(root)
  const numbers = new Map(sections.flatMap(({ id, number }) => (number === null ? [] : [[id, number]])))
  const { blocks, lines = null, bodyLine } = options
  const anchored =
    blocks === undefined ? null : anchorBlocks(safe, blocks, (line) => sourceLine(lines, line) + bodyLine - 1)
  decorate(safe, { numbers, mayRunLeft })
  const { html, parts } = writeParts(safe, anchored?.lines ?? null)
  let text: string | undefined
  return {
    html,
    sections,
    parts,
    blockAnchors: anchored?.anchors ?? new Map(),
    hasMermaid,
    findings: [],
    get text() {
      text ??= readableText(htmlTree(html))
      return text
    },
  }
}

/** HTML of a page, and where in it its parts stand. */
function writeParts(root: Root, lines: readonly number[] | null): Pick<Rendered, 'html' | 'parts'> {
  if (lines === null) return { html: writeHtml(root).trim(), parts: [] }
  const parts: PagePart[] = []
  let html = ''
  for (const [index, child] of root.children.entries()) {
    const from = html.length
    html += writeHtml(child)
    if (html.trim() === '') html = ''
    else if (child.type === 'element')
      parts.push({ line: lines[index] ?? 0, from, to: html.length, tagName: child.tagName })
  }
  return { html: html.trimEnd(), parts }
}

/** Takes the title out and makes every other H1 an H2: the layout draws the one H1 of the page. */
function lowerTitles(root: Root, headings: readonly AnchoredHeading[], dropTitle: boolean): AnchoredHeading[] {
  const title = dropTitle ? headings.find(({ depth }) => depth === 1) : undefined
  if (title !== undefined) takeOut(root, title)
  return headings
    .filter((heading) => heading !== title)
    .map((heading) => {
      if (heading.depth !== 1) return heading
      heading.element.tagName = 'h2'
      return { ...heading, depth: 2 }
    })
}

/** Removes the title; its anchor stays, at the start of what follows it. */
function takeOut(parent: Root | Element, title: AnchoredHeading): boolean {
  const children = parent.children as ElementContent[]
  const at = children.indexOf(title.element)
  if (at === -1) return children.some((child) => child.type === 'element' && takeOut(child, title))
  const names = title.element.children.filter((child) => child.type === 'element' && 'name' in child.properties)
  const anchor: ElementContent = { type: 'element', tagName: 'span', properties: { id: title.id }, children: names }
  const next = children.slice(at + 1).find((child) => child.type === 'element')
  const takesAnchor = next?.type === 'element' && /^(?:p|h[1-6])$/.test(next.tagName)
  if (takesAnchor) next.children.unshift(anchor)
  children.splice(at, 1, ...(takesAnchor ? [] : [anchor]))
  return true
}

function sectionsOf(headings: readonly AnchoredHeading[], isNumbered: boolean): SectionView[] {
  let count = 0
  return headings.flatMap(({ depth, id, text }): SectionView[] => {
    if (depth !== 2 && depth !== 3) return []
    if (depth === 2) count += 1
    return [{ depth, id, text, number: isNumbered && depth === 2 ? String(count) : null }]
  })
}

function refused(refusal: Refusal, line: number): Rendered {
  const sentence = 'This page is too large to be shown here. Its source is in the repository.'
  return {
    html: `<p>${sentence}</p>`,
    sections: [],
    parts: [],
    blockAnchors: new Map(),
    text: sentence,
    hasMermaid: false,
    findings: [finding(`markdown/${refusal.rule}`, 'error', `${refusal.reason} It is not shown.`, { line })],
  }
}
