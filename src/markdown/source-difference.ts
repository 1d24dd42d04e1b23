import type { DiffLineView } from '../model/view.ts'
import { commonSequence } from '../text/sequence.ts'
import { visible } from '../text/visible.ts'

/** Unchanged lines shown before and after a change. */
const CONTEXT = 3
/** A longer line is cut: one paragraph of a handbook is seldom longer, one line of data often is. */
const LONGEST_LINE = 5000

/**
 * Difference of two sources line by line: changes with three lines around them, what is left out between as one
 * `skip` line. In each place removed lines stand before added ones.
 *
 * Line ends do not count, nor whether the last line has one; so a file whose line ends alone changed has no
 * difference. Work is capped as `commonSequence` says, so the answer is the same on every machine.
 *
 * @returns empty when nothing differs
 */
export function sourceDifference(before: string, after: string): readonly DiffLineView[] {
  const numbers = new Map<string, number>()
  const [a, b] = [linesOf(before), linesOf(after)]
  const pairs = commonSequence(numbered(a, numbers), numbered(b, numbers))
  if (pairs.length === a.length && pairs.length === b.length) return []
  const lines: DiffLineView[] = []
  const same: DiffLineView[] = []
  let [left, right] = [0, 0]
  for (const [nextLeft, nextRight] of [...pairs, [a.length, b.length] as const]) {
    if (left < nextLeft || right < nextRight) {
      addContext(lines, same, lines.length === 0 ? 0 : CONTEXT, CONTEXT)
      for (; left < nextLeft; left += 1) lines.push(line('removed', a[left], left, null))
      for (; right < nextRight; right += 1) lines.push(line('added', b[right], null, right))
    }
    if (nextLeft < a.length && nextRight < b.length) same.push(line('same', b[nextRight], nextLeft, nextRight))
    left = nextLeft + 1
    right = nextRight + 1
  }
  addContext(lines, same, CONTEXT, 0)
  return lines
}

/** Adds unchanged lines, and a line that tells how many of them are left out; empties the list. */
function addContext(lines: DiffLineView[], same: DiffLineView[], first: number, last: number): void {
  const hidden = same.length - first - last
  // A line that says that one line is missing takes its place.
  if (hidden <= 1) for (const each of same) lines.push(each)
  else {
    const text = `${hidden} unchanged lines`
    lines.push(...same.slice(0, first), { kind: 'skip', before: null, after: null, text })
    if (last > 0) lines.push(...same.slice(-last))
  }
  same.length = 0
}

function line(
  kind: DiffLineView['kind'],
  text: string | undefined,
  before: number | null,
  after: number | null,
): DiffLineView {
  const number = (place: number | null) => (place === null ? null : place + 1)
  return { kind, before: number(before), after: number(after), text: shownLine(text ?? '') }
}

function shownLine(text: string): string {
  return visible(text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}…` : text, { lines: true })
}

/** Lines of a source as {@link sourceDifference} shows them. */
export const sourceLines = (text: string): readonly string[] => linesOf(text).map(shownLine)

function linesOf(text: string): readonly string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}

function numbered(lines: readonly string[], numbers: Map<string, number>): readonly number[] {
  return lines.map((text) => {
    const known = numbers.get(text)
    if (known !== undefined) return known
    numbers.set(text, numbers.size)
    return numbers.size - 1
  })
}
