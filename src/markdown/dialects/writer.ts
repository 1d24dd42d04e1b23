/** What stands in front of each line of a block, and what is taken from the lines that come. */
interface Block {
  /** In front of the mark, as the tag's line was indented. */
  readonly lead: string
  /** `> ` in a quotation, nothing elsewhere. */
  readonly mark: string
  /** What the lines of the source begin with inside the block. */
  readonly strip: string
}

/**
 * Writes a text line by line and keeps for each the line of the source that it was made from. Blocks may be opened
 * inside each other; their lines get what has to stand in front of them.
 */
export class Writer {
  readonly #lines: string[] = []
  readonly #map: number[] = []
  readonly #blocks: Block[] = []
  #current = ''
  #line = 1
  /** Nothing but blanks and marks of quotations was written since the last line end. */
  #isBlank = true
  #dropsNextEnd = false
  /**
   * Columns that lines lose until a blank one: they went on after a tag, and would be code behind a block. 0 when not,
   * null when the first line decides.
   */
  #flattens: number | null = 0

  /** The line that is being written, without what blocks put in front of it. */
  get current(): string {
    return this.#current
  }

  /** True when nothing but blanks and marks of quotations stands on the line. */
  get isAtStart(): boolean {
    return this.#isBlank
  }

  /** How many quotations are open. */
  get quotations(): number {
    return this.#blocks.filter(({ mark }) => mark !== '').length
  }

  get depth(): number {
    return this.#blocks.length
  }

  /** True when the line above begins with a mark. */
  follows(mark: string): boolean {
    return (
      this.#lines
        .at(-1)
        ?.replace(/^[ \t>]+/, '')
        .startsWith(mark) ?? false
    )
  }

  /**
   * Adds text.
   *
   * @param line - of the source on which it begins
   * @param steps - whether its line ends are those of the source
   */
  text(text: string, line: number, steps: boolean): void {
    let from = 0
    let at = line
    for (let end = text.indexOf('\n'); ; end = text.indexOf('\n', from)) {
      const part = text.slice(from, end === -1 ? undefined : end)
      this.#add(part, at)
      if (end === -1) return
      if (this.#dropsNextEnd && this.#isBlank) this.#reset()
      else this.#flush(at)
      this.#dropsNextEnd = false
      if (steps) at += 1
      from = end + 1
    }
  }

  /** Takes the blanks before the cursor away; a line of nothing else disappears with its end. */
  trim(): void {
    if (this.#isBlank) this.#dropsNextEnd = true
    else this.#current = this.#current.trimEnd()
  }

  /** Lets the line disappear when nothing more comes on it. */
  dropLine(): void {
    if (this.#isBlank) this.#dropsNextEnd = true
  }

  /** A line of its own. */
  line(text: string, line: number): void {
    if (!this.#isBlank) this.#flush(line)
    this.#current = text
    this.#isBlank = text.trim() === ''
    this.#line = line
    this.#flush(line)
  }

  /** A blank line, unless there is one. */
  blank(line: number): void {
    if (!this.#isBlank) this.#flush(line)
    this.#reset()
    const last = this.#lines.at(-1)
    // The blank last line of a quotation that was closed is no end of it.
    if (last !== undefined && last !== this.#inBlocks('')) this.#flush(line)
  }

  /** Opens a block; what is on the line belongs to what is before it. */
  open(mark: string, lead: string, strip: string): void {
    this.#blocks.push({ lead, mark, strip })
    this.#reset()
  }

  close(): void {
    this.#blocks.pop()
    this.#flattens = 0
  }

  /** What comes next is no code, however far it is indented. */
  flatten(): void {
    this.#flattens = null
  }

  /** The text and its map. */
  end(): { readonly text: string; readonly lines: readonly number[] } {
    const at = this.#line
    this.#lines.push(this.#inBlocks(this.#current))
    this.#map.push(this.#rising(at))
    return { text: this.#lines.join('\n'), lines: this.#map }
  }

  #add(part: string, line: number): void {
    if (part === '') {
      if (this.#current === '') this.#line = line
      return
    }
    if (this.#isBlank) {
      this.#line = line
      this.#isBlank = /^[ \t>]*$/.test(part)
    }
    this.#current += part
    if (!this.#isBlank) this.#dropsNextEnd = false
  }

  #flush(line: number): void {
    const at = this.#isBlank ? line : this.#line
    if (this.#flattens !== 0) this.#flat()
    this.#lines.push(this.#inBlocks(this.#current))
    this.#map.push(this.#rising(at))
    this.#reset()
    this.#line = line
  }

  #flat(): void {
    const strip = this.#blocks.at(-1)?.strip ?? ''
    const inside = withoutLead(this.#current, strip)
    const width = inside.length - inside.trimStart().length
    this.#flattens ??= width >= 4 || inside.startsWith('\t') ? width : 0
    if (this.#isBlank || width < this.#flattens) this.#flattens = 0
    else this.#current = strip + inside.slice(this.#flattens)
  }

  #reset(): void {
    this.#current = ''
    this.#isBlank = true
  }

  #rising(line: number): number {
    return Math.max(line, this.#map.at(-1) ?? 1)
  }

  #inBlocks(text: string): string {
    let line = text
    for (let index = this.#blocks.length - 1; index >= 0; index -= 1) {
      const { lead, mark, strip } = this.#blocks[index] as Block
      const inside = withoutLead(line, strip)
      line = inside.trim() === '' ? `${lead}${mark}`.trimEnd() : lead + mark + inside
    }
    return line
  }
}

/** A line without the indentation that it shares with another one. */
export function withoutLead(line: string, lead: string): string {
  if (lead === '') return line
  if (line.startsWith(lead)) return line.slice(lead.length)
  let at = 0
  while (at < lead.length && /[ \t>]/.test(line.charAt(at))) at += 1
  return line.slice(at)
}
