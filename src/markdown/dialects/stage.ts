import type { DialectName } from '../../model/dialect-names.ts'
import type { LineMap } from '../../model/page.ts'

/** Something that could only be shown as text. */
export interface Use {
  readonly name: DialectName
  /** From 1, in the text that was read. */
  readonly line: number
  readonly sample: string
}

/** One step on the way from a source to plain Markdown. */
export interface Stage {
  readonly text: string
  readonly lines: LineMap
  readonly uses: readonly Use[]
}

/** A step that changes nothing. */
export const wholeStage = (text: string): Stage => ({ text, lines: null, uses: [] })
