import { escapeHtml } from '../../text/escape-html.ts'
import type { Form } from './dialect.ts'
import { bold, plainWords } from './words.ts'
import { Writer, withoutLead } from './writer.ts'

/** How the line of a tag is indented, and what of it belongs to a list. */
export interface Lead {
  readonly strip: string
  readonly lead: string
}

/** Quotations and blocks inside each other; a parser takes a hundred, a reader loses their way far earlier. */
const MOST_QUOTATIONS = 6
const MOST_BLOCKS = 24
/** What tags of a page may write beside its own text. */
const MOST_TEXT = 1_000_000

/** Writes what tags become: words, call-outs, details, code, each as the line of its tag is indented. */
export class FormWriter {
  /** How many tabs of a group were written, by nesting. */
  readonly #tabs: number[] = [0]
  #out = new Writer()
  #left = MOST_TEXT

  /** True when nothing more may be written than what stands in the source. */
  get isSpent(): boolean {
    return this.#left <= 0
  }

  end(): ReturnType<Writer['end']> {
    return this.#out.end()
  }

  trim(): void {
    this.#out.trim()
  }

  /** Text of the source, once at its place, or again with `fixed` as the line of all of it. */
  source(text: string, line: number, fixed: number | null): void {
    if (fixed !== null) {
      this.#left -= text.length
      if (this.#left < 0) return
    }
    this.#out.text(text, fixed ?? line, fixed === null)
  }

  /** What `write` writes, apart from the rest. */
  captured(write: () => void): string {
    const outer = this.#out
    this.#out = new Writer()
    write()
    const { text } = this.#out.end()
    this.#out = outer
    return text.trim()
  }

  /** Tabs inside of a tag are a group of their own. @returns ends the group */
  group(): () => void {
    this.#tabs.push(0)
    return () => void this.#tabs.pop()
  }

  inline(text: string, line: number): void {
    this.#left -= text.length
    if (this.#left >= 0) this.#out.text(text.replace(/\s*\n\s*/g, ' '), line, false)
  }

  /** A tag that leaves nothing; between the rows of a table its line goes too. */
  silent(): void {
    if (this.#out.isAtStart && this.#out.follows('|')) this.#out.dropLine()
  }

  markdown({ text, isApart }: Form & { kind: 'markdown' }, { lead }: Lead, line: number): void {
    const trimmed = text.replace(/^(?:[ \t]*\n)+/, '').trimEnd()
    this.#left -= trimmed.length
    if (this.#left < 0) return
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
    const [first = '', ...rest] = trimmed.split('\n')
    this.#out.text(first, line, false)
    for (const each of rest) this.#out.text(`\n${each === '' ? '' : lead + each}`, line, false)
  }

  /** @param steps - whether its lines are lines of the source */
  code({ language, code }: Form & { kind: 'code' }, { strip, lead }: Lead, line: number, steps: boolean): void {
    const body = code.replace(/^[ \t]*\n/, '').replace(/\n[ \t]*$/, '')
    if (!this.#out.isAtStart) {
      const ticks = fenceFor(body, 1)
      this.inline(`${ticks} ${body.replace(/\s+/g, ' ').trim()} ${ticks}`, line)
      return
    }
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

  /**
   * A call-out, details or a tab around what follows, or only its title where no block can stand.
   *
   * @param close - line of the end tag; null without one
   * @returns ends the block; null where there is none to end
   */
  block(form: Form, { strip, lead }: Lead, line: number, close: number | null): (() => void) | null {
    const title = titleIn(form)
    const isOnLine = this.#out.isAtStart && close !== null && this.#out.depth < MOST_BLOCKS
    const isQuotation = form.kind === 'callout'
    if (!isOnLine || form.kind === 'titled' || (isQuotation && this.#out.quotations >= MOST_QUOTATIONS)) {
      this.#titled(title, line, lead)
      return null
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
    const leave = this.group()
    return () => {
      leave()
      if (!isQuotation) {
        this.#out.blank(close)
        this.#out.line(`${strip}</details>`, close)
      } else if (!this.#out.isAtStart) this.#out.line('', close)
      this.#out.close()
      this.#out.blank(close)
      this.#out.dropLine()
    }
  }

  /** A title in bold: a paragraph of its own where the tag stands on a line of its own. */
  #titled(title: string, line: number, lead: string): void {
    const text = bold(title)
    if (text === '') this.silent()
    else if (this.#out.isAtStart) {
      this.#out.blank(line)
      this.#out.line(lead + text, line)
      this.#out.line('', line)
      this.#out.flatten()
      this.#out.dropLine()
    } else this.inline(`${text} `, line)
  }

  #isFirstTab(): boolean {
    const count = this.#tabs.pop() ?? 0
    this.#tabs.push(count + 1)
    return count === 0
  }
}

function titleIn(form: Form): string {
  if (form.kind === 'callout') return form.title ?? form.alert.charAt(0) + form.alert.slice(1).toLowerCase()
  return 'title' in form ? (form.title ?? '') : ''
}

/** Marks of a code block or code span that its content does not end. */
function fenceFor(code: string, least: number): string {
  let most = least - 1
  for (const [ticks] of code.matchAll(/`+/g)) most = Math.max(most, ticks.length)
  return '`'.repeat(most + 1)
}
