import type { BlockKind } from '../model/block-history.ts'

export type { BlockKind } from '../model/block-history.ts'

/** The smallest part of a page that has a history of its own. */
export interface Block {
  readonly kind: BlockKind
  /** First line, from 1, in the file as it is on disk. */
  readonly line: number
  /** Last line, itself included. */
  readonly endLine: number
  /** Source of these lines, joined with line feeds. */
  readonly text: string
}

/** Fences of front matter and what begins a key between them: YAML's, and Hugo's of TOML. */
const FRONT_MATTER = [
  { open: /^---$/, close: /^---[ \t]*$/, key: /^[^\s#-][^:]*:(\s|$)/ },
  { open: /^\+\+\+[ \t]*$/, close: /^\+\+\+[ \t]*$/, key: /^(?:[\w"'-][^=]*=|\[)/ },
]
const CODE_FENCE = /^(`{3,}(?=[^`]*$)|~{3,})/
const HEADING = /^#{1,6}(\s|$)/
const UNDERLINE = /^(=+|-+)[ \t]*$/
const BREAK = /^(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/
const ITEM = /^([-+*]|\d{1,9}[.)])([ \t]+|$)/
const DELIMITER_CELL = /^[ \t]*:?-+:?[ \t]*$/
const HTML = /^<(?:[!?]|\/?[a-z][a-z0-9-]*(?=[\s/>]|$))/i
/** Elements whose text HTML does not read as markup: they end at their end tag, not at a blank line. */
const RAW_TEXT = /^<(script|pre|style|textarea)(?=[\s>]|$)/i

/**
 * Splits a Markdown file into its blocks, front matter first.
 *
 * Every line that is neither blank nor a thematic break nor a fence of the front matter belongs to exactly one
 * block. It follows CommonMark and GFM closely enough to start 99 % of blocks on the parser's line (PROVENANCE 1b)
 * and is far faster; a block is joined to the rendered page by its lines, so the two need not agree.
 *
 * Linear in the length of the source.
 */
export function splitBlocks(source: string): readonly Block[] {
  const lines = source.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
  const blocks: Block[] = []
  const start = readFrontMatter(lines, blocks)
  new Splitter(lines, start, blocks).run()
  return blocks
}

function blockOf(lines: readonly string[], kind: BlockKind, first: number, end: number): Block {
  return { kind, line: first + 1, endLine: end, text: lines.slice(first, end).join('\n') }
}

/** Adds a block for each key; returns the number of lines read, 0 without front matter. */
function readFrontMatter(lines: readonly string[], blocks: Block[]): number {
  const form = FRONT_MATTER.find(({ open }) => open.test(lines[0] ?? ''))
  if (form === undefined) return 0
  const close = lines.findIndex((line, index) => index > 0 && form.close.test(line))
  if (close < 0) return 0
  let first = -1
  let end = -1
  const finish = () => {
    if (first >= 0) blocks.push(blockOf(lines, 'front-matter', first, end))
  }
  for (let at = 1; at < close; at += 1) {
    const line = lines[at] ?? ''
    if (line.trim() === '') continue
    if (first < 0 || form.key.test(line)) {
      finish()
      first = at
    }
    end = at + 1
  }
  finish()
  return close + 1
}

/** One walk over the lines; a class because its parts share the place in the file and the open lists. */
class Splitter {
  readonly #lines: readonly string[]
  readonly #blocks: Block[]
  #at: number
  /** Columns at which the text of the open list items begins, outermost first. */
  readonly #items: number[] = []

  constructor(lines: readonly string[], at: number, blocks: Block[]) {
    this.#lines = lines
    this.#at = at
    this.#blocks = blocks
  }

  run(): void {
    let afterBlank = true
    while (this.#at < this.#lines.length) {
      const line = this.#lines[this.#at] ?? ''
      const text = line.trim()
      if (text === '') {
        this.#at += 1
        afterBlank = true
        continue
      }
      const inner = this.#innerIndent(line)
      if (inner >= 4 && afterBlank) this.#indentedCode()
      else if (BREAK.test(text)) this.#at += 1
      else this.#block(line, text)
      afterBlank = false
    }
  }

  /** Closes the list items that this line has left; returns its indent inside the innermost open one. */
  #innerIndent(line: string): number {
    const indent = indentOf(line)
    while (this.#items.length > 0 && indent < (this.#items.at(-1) as number)) this.#items.pop()
    return indent - (this.#items.at(-1) ?? 0)
  }

  /** Raw HTML inside a list item ends with the item; text may go on further to the left. */
  #leavesItem(at: number): boolean {
    return indentOf(this.#lines[at] ?? '') < (this.#items.at(-1) ?? 0)
  }

  #block(line: string, text: string): void {
    const fence = CODE_FENCE.exec(text)?.[1]
    const raw = RAW_TEXT.exec(text)?.[1]
    const marker = ITEM.exec(text)
    if (fence !== undefined) this.#fencedCode(fence)
    else if (HEADING.test(text)) this.#take('heading', this.#at + 1)
    else if (text.startsWith('<!--')) this.#until('comment', '-->')
    else if (raw !== undefined) this.#until('html', `</${raw.toLowerCase()}>`)
    else if (HTML.test(text))
      this.#take(
        'html',
        this.#paragraphEnd((_, at) => this.#leavesItem(at)),
      )
    else if (this.#isTable(this.#at)) this.#table()
    else if (text.startsWith('>')) this.#quote()
    else if (marker !== null) this.#item(line, marker)
    else this.#paragraph()
  }

  #take(kind: BlockKind, end: number): void {
    this.#blocks.push(blockOf(this.#lines, kind, this.#at, end))
    this.#at = end
  }

  /** Where a run of lines ends: before a blank line, or the first later line that `stops`. */
  #paragraphEnd(stops: (text: string, at: number) => boolean): number {
    let end = this.#at + 1
    for (; end < this.#lines.length; end += 1) {
      const text = (this.#lines[end] ?? '').trim()
      if (text === '' || stops(text, end)) break
    }
    return end
  }

  #paragraph(): void {
    let underline = false
    const end = this.#paragraphEnd((text, at) => {
      underline = UNDERLINE.test(text)
      return underline || this.#interrupts(text, at)
    })
    if (underline && end < this.#lines.length && (this.#lines[end] ?? '').trim() !== '') this.#take('heading', end + 1)
    else this.#take('paragraph', end)
  }

  #item(line: string, marker: RegExpExecArray): void {
    const space = marker[2] ?? ''
    // Five or more spaces after the marker begin indented code: the text's column is then one past the marker.
    const width = space.length === 0 || space.length > 4 ? 1 : space.length
    const column = indentOf(line) + (marker[1] ?? '').length + width
    const fence = CODE_FENCE.exec(line.trim().slice(marker[0].length))?.[1]
    if (fence !== undefined) this.#fencedCode(fence)
    else
      this.#take(
        'item',
        this.#paragraphEnd((text, at) => this.#interrupts(text, at, true)),
      )
    this.#items.push(column)
  }

  #quote(): void {
    const end = this.#paragraphEnd((text, at) => {
      if (!text.startsWith('>')) return this.#interrupts(text, at)
      return isEmptyQuote((this.#lines[at - 1] ?? '').trim()) && !isEmptyQuote(text)
    })
    this.#take('quote', end)
  }

  #table(): void {
    this.#take('row', this.#at + 2)
    for (; this.#at < this.#lines.length; ) {
      const text = (this.#lines[this.#at] ?? '').trim()
      if (text === '' || this.#interrupts(text, this.#at)) return
      this.#take('row', this.#at + 1)
    }
  }

  #fencedCode(fence: string): void {
    const mark = fence.charAt(0)
    const isEnd = (text: string) => text.length >= fence.length && text === mark.repeat(text.length)
    let end = this.#at + 1
    while (end < this.#lines.length && !isEnd((this.#lines[end] ?? '').trim())) end += 1
    this.#take('code', end < this.#lines.length ? end + 1 : this.#lastFilled(end))
  }

  #indentedCode(): void {
    const least = (this.#items.at(-1) ?? 0) + 4
    let end = this.#at
    for (let at = this.#at; at < this.#lines.length; at += 1) {
      const line = this.#lines[at] ?? ''
      if (line.trim() === '') continue
      if (indentOf(line) < least) break
      end = at + 1
    }
    this.#take('code', end)
  }

  /** A block that ends with the line that holds `mark`, blank lines inside included. */
  #until(kind: BlockKind, mark: string): void {
    let end = this.#at
    while (end < this.#lines.length && !(this.#lines[end] ?? '').toLowerCase().includes(mark)) end += 1
    this.#take(kind, end < this.#lines.length ? end + 1 : this.#lastFilled(end))
  }

  #lastFilled(end: number): number {
    let last = end
    while (last > this.#at + 1 && (this.#lines[last - 1] ?? '').trim() === '') last -= 1
    return last
  }

  #isTable(at: number): boolean {
    const delimiter = (this.#lines[at + 1] ?? '').trim()
    if (!delimiter.includes('|') || !(this.#lines[at] ?? '').includes('|')) return false
    const cells = delimiter.replace(/^\|/, '').replace(/\|$/, '').split('|')
    return cells.every((cell) => DELIMITER_CELL.test(cell))
  }

  /** Whether a line ends the paragraph before it; in a list every number begins an item, elsewhere only 1 does. */
  #interrupts(text: string, at: number, inItem = this.#items.length > 0): boolean {
    if (BREAK.test(text) || HEADING.test(text) || CODE_FENCE.test(text) || text.startsWith('>')) return true
    const marker = ITEM.exec(text)
    if (marker !== null && marker[0].length < text.length) {
      if (inItem || !/\d/.test(marker[1] ?? '') || /^1[.)]$/.test(marker[1] ?? '')) return true
    }
    if (marker !== null && inItem && marker[0].length === text.length) return true
    return text.startsWith('<!--') || RAW_TEXT.test(text) || this.#isTable(at)
  }
}

const isEmptyQuote = (text: string): boolean => /^(>[ \t]*)+$/.test(text)

/** Width of the white space a line begins with; a tab leads to the next multiple of four. */
function indentOf(line: string): number {
  let width = 0
  for (let at = 0; at < line.length; at += 1) {
    const character = line.charCodeAt(at)
    if (character === 32) width += 1
    else if (character === 9) width += 4 - (width % 4)
    else break
  }
  return width
}
