import type { Element, ElementContent } from 'hast'
import { commonSequence } from '../../text/sequence.ts'
import { elementNamed } from './kinds.ts'
import { marked, paired, text } from './marks.ts'
import { numbered } from './numbered.ts'

/** Difference of two blocks of code, line by line; null where one is no plain text. */
export function codeDifference(before: Element, after: Element): Element | null {
  const [a, b] = [plainCode(before), plainCode(after)]
  if (a === null || b === null) return null
  const numbers = new Map<string, number>()
  const [linesA, linesB] = [linesOf(a.value), linesOf(b.value)]
  const pairs = commonSequence(numbered(linesA, numbers), numbered(linesB, numbers))
  const children: ElementContent[] = []
  let [left, right] = [0, 0]
  for (const [nextLeft, nextRight] of [...pairs, [linesA.length, linesB.length] as const]) {
    if (left < nextLeft) children.push(marked('before', [text(linesA.slice(left, nextLeft).join(''))]))
    if (right < nextRight) children.push(marked('after', [text(linesB.slice(right, nextRight).join(''))]))
    const same = linesB[nextRight]
    const last = children.at(-1)
    if (nextLeft < linesA.length && same !== undefined) {
      if (last?.type === 'text') last.value += same
      else children.push(text(same))
    }
    left = nextLeft + 1
    right = nextRight + 1
  }
  return paired(before, after, [paired(a.code, b.code, children)])
}

function plainCode(pre: Element): { readonly code: Element; readonly value: string } | null {
  const code = pre.children.length === 1 ? elementNamed(pre.children[0], 'code') : null
  const [first] = code?.children ?? []
  if (code === null || code.children.length !== 1 || first?.type !== 'text') return null
  return { code, value: first.value }
}

const linesOf = (value: string): string[] => value.match(/[^\n]*\n|[^\n]+$/g) ?? []
