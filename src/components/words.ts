import type { ChangeRow } from '../model/view.ts'
import { amount, counted } from '../text/counting.ts'

/** `3 lines out, 12 in`; empty when no line changed. */
export function sizeWords(change: Pick<ChangeRow, 'added' | 'removed'>): string {
  const { added, removed } = change
  if (removed > 0) return `${counted(removed, 'line')} out${added > 0 ? `, ${amount(added)} in` : ''}`
  return added > 0 ? `${counted(added, 'line')} in` : ''
}

/** A title that would take three lines or more at full size. */
export const isLong = (title: string): boolean => title.length > 44

/**
 * True when most of a text's letters belong to a script that has no italic: a reason is then set upright and
 * carries the label "Why".
 */
export function isUpright(text: string): boolean {
  // Below stand Latin, Greek and Cyrillic: nearly every reason is answered here.
  if (!/[\u0530-\u1dff\u2e80-\u{10ffff}]/u.test(text)) return false
  const letters = text.match(/\p{L}/gu) ?? []
  const slanted = text.match(/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/gu) ?? []
  return letters.length > 0 && slanted.length * 2 < letters.length
}
