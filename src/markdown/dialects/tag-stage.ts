import type { Dialect, DialectPage, Form, Tag, Values } from './dialect.ts'
import { type Pairs, pairsOf } from './pairs.ts'
import { inListTest, isInAddress, lineOf, lineStarts } from './places.ts'
import { type Stage, type Use, wholeStage } from './stage.ts'
import type { Value } from './value.ts'
import { bold, plainWords } from './words.ts'
import { Writer, withoutLead } from './writer.ts'

/** A tag and the language it belongs to. */
export interface FoundTag {
  readonly dialect: Dialect
  readonly tag: Tag
}

/** Quotations and blocks inside each other; a parser takes a hundred, a reader loses their way far earlier. */
const MOST_QUOTATIONS = 6
const MOST_BLOCKS = 24
/** Loops and captures inside each other, and what all loops of a page may write. */
const MOST_NESTED = 4
const MOST_ROUNDS = 2_000
const MOST_TEXT = 1_000_000

/** Replaces each tag of a text by what its language makes of it; what stands between tags stays. */
export function translateTags(text: string, found: readonly FoundTag[], page: DialectPage, values: Values): Stage {
  return found.length === 0 ? wholeStage(text) : new TagStage(text, found, page).run(values)
}

/** An open block: what has to be done at its end. */
interface Frame {
  readonly end: number
  readonly finish: () => void
}

class TagStage {
  readonly #text: string
  readonly #found: readonly FoundTag[]
  readonly #page: DialectPage
  readonly #pairs: Pairs
  readonly #starts: readonly number[]
  /** How the line of each tag is indented, and what of it belongs to a list. */
  readonly #leads: readonly { readonly strip: string; readonly lead: string }[]
  readonly #uses: Use[] = []
  /** Whether a part of a choice is shown, by its tag. */
  readonly #shows = new Map<number, boolean>()
  /** How many tabs of a group were written, by nesting. */
  readonly #tabs: number[] = [0]
  #out = new Writer()
  #left = { rounds: MOST_ROUNDS, text: MOST_TEXT }

  constructor(text: string, found: readonly FoundTag[], page: DialectPage) {
    this.#text = text
    this.#found = found
    this.#page = page
    this.#pairs = pairsOf(found.map(({ dialect, tag }) => ({ tag, language: dialect.name })))
    this.#starts = lineStarts(text)
    this.#leads = this.#leadsOf()
  }

  run(values: Values): Stage {
    this.#walk(0, this.#found.length, 0, this.#text.length, values, { fixed: null, nested: 0 })
    const { text, lines } = this.#out.end()
    return { text, lines, uses: this.#uses }
  }

  /** Writes a part of the text; `fixed` is the line of everything in it, where it is written several times. */
  #walk(
    first: number,
    last: number,
    from: number,
    to: number,
    values: Values,
    how: { readonly fixed: number | null; readonly nested: number },
  ): void {
    const frames: Frame[] = []
    let at = from
    for (let index = first; index < last; index += 1) {
      const { dialect, tag } = this.#found[index] as FoundTag
      if (tag.start < at) continue
      this.#source(at, tag.start, how.fixed)
      at = tag.end
      if (tag.trims?.before) this.#out.trim()
      const other = this.#pairs.other[index] ?? -1
      if (tag.role === 'close') this.#closeFrames(frames, index)
      else if (tag.role === 'middle') {
        if (this.#shows.get(index) === false) {
          const next = this.#pairs.next[index] ?? -1
          if (next !== -1) {
            index = next - 1
            at = this.#found[next]?.tag.start ?? at
            continue
          }
        }
        this.#silent()
      } else {
        const number = lineOf(this.#starts, tag.start)
        const place = {
          inAddress: isInAddress(this.#text, tag.start, this.#starts[number - 1] ?? 0),
          isPaired: other !== -1 || tag.verbatim !== undefined,
          page: this.#page,
          values,
        }
        const form = dialect.form(tag, place)
        const line = how.fixed ?? number
        if (form.unknown) this.#uses.push({ name: dialect.name, line, sample: this.#text.slice(tag.start, tag.end) })
        const jump = this.#write(form, index, other, line, values, how, frames)
        if (jump !== null) {
          index = jump.index
          at = jump.at
        }
      }
      if (tag.trims?.after) at = this.#afterBlanks(at, to)
    }
    this.#source(at, to, how.fixed)
    for (const frame of frames.reverse()) frame.finish()
  }

  /** Writes what a tag becomes; says where to go on when not behind the tag. */
  #write(
    form: Form,
    index: number,
    end: number,
    line: number,
    values: Values,
    how: { readonly fixed: number | null; readonly nested: number },
    frames: Frame[],
  ): { index: number; at: number } | null {
    const over = end === -1 ? null : { index: end, at: this.#found[end]?.tag.end ?? 0 }
    const inside: readonly [number, number, number, number] = [
      index + 1,
      end,
      this.#found[index]?.tag.end ?? 0,
      this.#found[end]?.tag.start ?? 0,
    ]
    switch (form.kind) {
      case 'text':
        if (form.text === '') this.#silent()
        else this.#inline(form.text, line)
        return null
      case 'markdown':
        this.#markdown(form, line, index)
        return null
      case 'hidden':
        this.#silent()
        return over
      case 'inner':
        this.#silent()
        if (end === -1) return null
        this.#tabs.push(0)
        frames.push({ end, finish: () => void this.#tabs.pop() })
        return null
      case 'around':
        this.#inline(form.before + (end === -1 ? form.after : ''), line)
        if (end !== -1)
          frames.push({ end, finish: () => this.#inline(form.after, how.fixed ?? this.#endLine(end, line)) })
        return null
      case 'code':
        this.#code(form, line, index, how.fixed === null)
        return null
      case 'choice':
        return this.#choose(form, index)
      case 'loop': {
        this.#silent()
        if (form.values === null || end === -1 || how.nested >= MOST_NESTED) return null
        this.#loop(form.name, form.values, inside, values, line, how.nested + 1)
        return over
      }
      case 'capture': {
        this.#silent()
        if (end === -1) return null
        if (how.nested < MOST_NESTED) values.set(form.name, this.#captured(inside, values, how.nested))
        return over
      }
      default:
        this.#block(form, index, end, line, frames, how.fixed)
        return null
    }
  }

  #loop(
    name: string,
    items: readonly Value[],
    inside: readonly [number, number, number, number],
    outer: Values,
    line: number,
    nested: number,
  ): void {
    const trims = this.#found[inside[1]]?.tag.trims?.before === true
    for (const [index, item] of items.entries()) {
      if (this.#left.rounds <= 0 || this.#left.text <= 0) return
      this.#left.rounds -= 1
      const { length } = items
      const state = { index: index + 1, index0: index, first: index === 0, last: index === length - 1, length }
      const values: Values = new Map(outer).set(name, item).set('forloop', state)
      this.#walk(...inside, values, { fixed: line, nested })
      if (trims) this.#out.trim()
      // What is assigned in a loop holds after it.
      for (const [key, value] of values) if (key !== name && key !== 'forloop') outer.set(key, value)
    }
  }

  /** Decides which part of a choice is shown, all before the first is written. */
  #choose(form: Form & { kind: 'choice' }, index: number): { index: number; at: number } | null {
    this.#silent()
    let isDecided = false
    let shows = form.shows
    for (let part = index; part !== -1 && this.#found[part]?.tag.role !== 'close'; ) {
      if (part !== index) shows = form.parts((this.#found[part] as FoundTag).tag)
      this.#shows.set(part, !isDecided && shows !== false)
      if (shows === true) isDecided = true
      part = this.#pairs.next[part] ?? -1
    }
    const next = this.#pairs.next[index] ?? -1
    if (next === -1 || this.#shows.get(index) !== false) return null
    return { index: next - 1, at: this.#found[next]?.tag.start ?? 0 }
  }

  #captured(inside: readonly [number, number, number, number], values: Values, nested: number): string {
    const outer = this.#out
    this.#out = new Writer()
    this.#walk(...inside, values, { fixed: 1, nested: nested + 1 })
    const { text } = this.#out.end()
    this.#out = outer
    return text.trim()
  }

  #block(form: Form, index: number, end: number, line: number, frames: Frame[], fixed: number | null): void {
    const { strip, lead } = this.#leads[index] ?? { strip: '', lead: '' }
    const title = titleIn(form)
    const isOnLine = this.#out.isAtStart && end !== -1 && this.#out.depth < MOST_BLOCKS
    const isQuotation = form.kind === 'callout'
    if (!isOnLine || form.kind === 'titled' || (isQuotation && this.#out.quotations >= MOST_QUOTATIONS)) {
      this.#titled(title, line, lead)
      return
    }
    this.#out.blank(line)
    if (isQuotation) {
      this.#out.open('> ', lead, strip)
      this.#out.line(`${strip}[!${form.alert}]${form.title === null ? '' : ` ${bold(form.title)}`}`, line)
      if (form.title !== null) this.#out.line('', line)
    } else {
      const isOpen = form.kind === 'details' ? form.isOpen : this.#isFirstTab()
      this.#out.open('', lead, strip)
      const summary = escapeHtml(plainWords(title) || 'More')
      this.#out.line(`${strip}<details${isOpen ? ' open' : ''}><summary>${summary}</summary>`, line)
      this.#out.line('', line)
    }
    this.#out.flatten()
    this.#out.dropLine()
    this.#tabs.push(0)
    const close = fixed ?? this.#endLine(end, line)
    frames.push({
      end,
      finish: () => {
        this.#tabs.pop()
        if (!isQuotation) {
          this.#out.blank(close)
          this.#out.line(`${strip}</details>`, close)
        } else if (!this.#out.isAtStart) this.#out.line('', close)
        this.#out.close()
        this.#out.blank(close)
        this.#out.dropLine()
      },
    })
  }

  #isFirstTab(): boolean {
    const count = this.#tabs.pop() ?? 0
    this.#tabs.push(count + 1)
    return count === 0
  }

  /** A title in bold: a paragraph of its own where the tag stands on a line of its own. */
  #titled(title: string, line: number, lead: string): void {
    const text = bold(title)
    if (text === '') this.#silent()
    else if (this.#out.isAtStart) {
      this.#out.blank(line)
      this.#out.line(lead + text, line)
      this.#out.line('', line)
      this.#out.flatten()
      this.#out.dropLine()
    } else this.#inline(`${text} `, line)
  }

  #code({ language, code }: Form & { kind: 'code' }, line: number, index: number, steps: boolean): void {
    const body = code.replace(/^[ \t]*\n/, '').replace(/\n[ \t]*$/, '')
    if (!this.#out.isAtStart) {
      const ticks = fenceFor(body, 1)
      this.#inline(`${ticks} ${body.replace(/\s+/g, ' ').trim()} ${ticks}`, line)
      return
    }
    const { strip, lead } = this.#leads[index] ?? { strip: '', lead: '' }
    const fence = fenceFor(body, 3)
    this.#out.blank(line)
    this.#out.line(`${lead}${fence}${language.replace(/[^\w+#.-]/g, '').slice(0, 40)}`, line)
    // What stands on the tag's own line comes first, else the line below it.
    const first = /^[ \t]*\n/.test(code) ? 1 : 0
    body.split('\n').forEach((each, step) => {
      this.#out.line(lead + withoutLead(each, strip), steps ? line + first + step : line)
    })
    this.#out.line(lead + fence, line)
    this.#out.blank(line)
    this.#out.dropLine()
  }

  #markdown({ text, isApart }: Form & { kind: 'markdown' }, line: number, index: number): void {
    const trimmed = text.replace(/^(?:[ \t]*\n)+/, '').trimEnd()
    this.#left.text -= trimmed.length
    if (this.#left.text < 0) return
    if (isApart) {
      this.#out.blank(line)
      this.#out.text(`${trimmed}\n\n`, line, false)
      return
    }
    if (!this.#out.isAtStart || !trimmed.includes('\n')) {
      const isOneParagraph = !/\n[ \t]*\n|^[ \t]*(?:`{3}|~{3})/m.test(trimmed)
      this.#out.text(isOneParagraph ? trimmed.replace(/\s*\n\s*/g, ' ') : `\n\n${trimmed}\n\n`, line, false)
      return
    }
    const { lead } = this.#leads[index] ?? { lead: '' }
    const [first = '', ...rest] = trimmed.split('\n')
    this.#out.text(first, line, false)
    for (const each of rest) this.#out.text(`\n${each === '' ? '' : lead + each}`, line, false)
  }

  #inline(text: string, line: number): void {
    this.#left.text -= text.length
    if (this.#left.text >= 0) this.#out.text(text.replace(/\s*\n\s*/g, ' '), line, false)
  }

  /** A tag that leaves nothing; between the rows of a table its line goes too. */
  #silent(): void {
    if (this.#out.isAtStart && this.#out.follows('|')) this.#out.dropLine()
  }

  #source(from: number, to: number, fixed: number | null): void {
    if (to <= from) return
    if (fixed !== null) {
      this.#left.text -= to - from
      if (this.#left.text < 0) return
    }
    const line = fixed ?? lineOf(this.#starts, from)
    this.#out.text(this.#text.slice(from, to), line, fixed === null)
  }

  #closeFrames(frames: Frame[], index: number): void {
    // Pairs lie inside each other, so that the block of this end is the last one, or there is none.
    if (frames.at(-1)?.end === index) frames.pop()?.finish()
    else this.#silent()
  }

  #afterBlanks(at: number, to: number): number {
    let next = at
    while (next < to && /\s/.test(this.#text.charAt(next))) next += 1
    return next
  }

  #endLine(end: number, line: number): number {
    const tag = this.#found[end]?.tag
    return tag === undefined ? line : lineOf(this.#starts, tag.start)
  }

  #leadsOf(): { strip: string; lead: string }[] {
    const lines = this.#text.split('\n')
    const isInList = inListTest(lines)
    let known = { line: -1, strip: '', lead: '' }
    return this.#found.map(({ tag }) => {
      const line = lineOf(this.#starts, tag.start) - 1
      if (known.line !== line) {
        const strip = /^[ \t>]*/.exec(lines[line] ?? '')?.[0] ?? ''
        const keeps = strip.trim() !== '' || strip === '' || isInList(line)
        known = { line, strip, lead: keeps ? strip : '' }
      }
      return known
    })
  }
}

function titleIn(form: Form): string {
  if (form.kind === 'callout') return form.title ?? form.alert.charAt(0) + form.alert.slice(1).toLowerCase()
  return 'title' in form ? (form.title ?? '') : ''
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
}

/** Marks of a code block or code span that its content does not end. */
function fenceFor(code: string, least: number): string {
  let most = least - 1
  for (const [ticks] of code.matchAll(/`+/g)) most = Math.max(most, ticks.length)
  return '`'.repeat(most + 1)
}
