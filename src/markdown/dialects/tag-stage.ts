import type { Dialect, DialectPage, Form, Tag, Values } from './dialect.ts'
import { FormWriter, type Lead } from './form-writer.ts'
import { type Pairs, pairsOf } from './pairs.ts'
import { inListTest, isInAddress, lineOf, lineStarts } from './places.ts'
import { type Stage, type Use, wholeStage } from './stage.ts'
import type { Value } from './value.ts'

/** A tag and the language it belongs to. */
export interface FoundTag {
  readonly dialect: Dialect
  readonly tag: Tag
}

/** Loops and captures inside each other, and how often all loops of a page may go round. */
const MOST_NESTED = 4
const MOST_ROUNDS = 2_000

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
  readonly #leads: readonly Lead[]
  readonly #uses: Use[] = []
  /** Whether a part of a choice is shown, by its tag. */
  readonly #shows = new Map<number, boolean>()
  readonly #out = new FormWriter()
  #rounds = MOST_ROUNDS

  constructor(text: string, found: readonly FoundTag[], page: DialectPage) {
    this.#text = text
    this.#found = found
    this.#page = page
    this.#pairs = pairsOf(found.map(({ dialect, tag }) => ({ tag, language: dialect.name })))
    this.#starts = lineStarts(text)
    this.#leads = leadsOf(text, found, this.#starts)
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
        this.#out.silent()
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
    const lead = this.#leads[index] ?? { strip: '', lead: '' }
    switch (form.kind) {
      case 'text':
        if (form.text === '') this.#out.silent()
        else this.#out.inline(form.text, line)
        return null
      case 'markdown':
        this.#out.markdown(form, lead, line)
        return null
      case 'hidden':
        this.#out.silent()
        return over
      case 'inner':
        this.#out.silent()
        if (end === -1) return null
        frames.push({ end, finish: this.#out.group() })
        return null
      case 'around':
        this.#out.inline(form.before + (end === -1 ? form.after : ''), line)
        if (end !== -1)
          frames.push({ end, finish: () => this.#out.inline(form.after, how.fixed ?? this.#endLine(end, line)) })
        return null
      case 'code':
        this.#out.code(form, lead, line, how.fixed === null)
        return null
      case 'choice':
        return this.#choose(form, index)
      case 'loop': {
        this.#out.silent()
        if (form.values === null || end === -1 || how.nested >= MOST_NESTED) return null
        this.#loop(form.name, form.values, inside, values, line, how.nested + 1)
        return over
      }
      case 'capture': {
        this.#out.silent()
        if (end === -1) return null
        if (how.nested < MOST_NESTED)
          values.set(
            form.name,
            this.#out.captured(() => this.#walk(...inside, values, { fixed: 1, nested: how.nested + 1 })),
          )
        return over
      }
      default: {
        const close = end === -1 ? null : (how.fixed ?? this.#endLine(end, line))
        const finish = this.#out.block(form, lead, line, close)
        if (finish !== null) frames.push({ end, finish })
        return null
      }
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
      if (this.#rounds <= 0 || this.#out.isSpent) return
      this.#rounds -= 1
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
    this.#out.silent()
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

  #source(from: number, to: number, fixed: number | null): void {
    if (to > from) this.#out.source(this.#text.slice(from, to), lineOf(this.#starts, from), fixed)
  }

  #closeFrames(frames: Frame[], index: number): void {
    // Pairs lie inside each other, so that the block of this end is the last one, or there is none.
    if (frames.at(-1)?.end === index) frames.pop()?.finish()
    else this.#out.silent()
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
}

/** How the line of each tag is indented. */
function leadsOf(text: string, found: readonly FoundTag[], starts: readonly number[]): readonly Lead[] {
  const lines = text.split('\n')
  const isInList = inListTest(lines)
  let known = { line: -1, strip: '', lead: '' }
  return found.map(({ tag }) => {
    const line = lineOf(starts, tag.start) - 1
    if (known.line !== line) {
      const strip = /^[ \t>]*/.exec(lines[line] ?? '')?.[0] ?? ''
      const keeps = strip.trim() !== '' || strip === '' || isInList(line)
      known = { line, strip, lead: keeps ? strip : '' }
    }
    return known
  })
}
