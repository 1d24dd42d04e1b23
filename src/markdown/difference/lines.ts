import type { ElementContent } from 'hast'
import { shortestEdits } from '../../text/shortest-edits.ts'
import { chained } from './chained.ts'
import type { Allowance } from './limit.ts'
import { numbered } from './numbered.ts'
import { type Token, tokensOf } from './tokens.ts'

/** Edits in one line of text beyond which all of it is out and in. */
const mostEdits = 400
/** Unchanged words that a change bridges, so that a listener hears one change and not five (LOOK.md 8). */
const bridged = 2

/** A piece of a line of text: what both have, or what is out and in. */
export interface Piece {
  readonly before: readonly Token[]
  readonly after: readonly Token[]
  readonly isSame: boolean
}

/** Difference of two runs of text and of the elements that stand in it, word by word. */
export function lineDifference(
  before: readonly ElementContent[],
  after: readonly ElementContent[],
  allowance: Allowance,
): ElementContent[] {
  const [a, b] = [tokensOf(before), tokensOf(after)]
  return chained(piecesOf(a, b, allowance))
}

function piecesOf(a: readonly Token[], b: readonly Token[], allowance: Allowance): readonly Piece[] {
  let end = 0
  while (end < a.length && end < b.length && a[a.length - 1 - end]?.key === b[b.length - 1 - end]?.key) end += 1
  const [shortA, shortB] = [a.slice(0, a.length - end), b.slice(0, b.length - end)]
  const numbers = new Map<string, number>()
  const keys = (tokens: readonly Token[]) =>
    numbered(
      tokens.map(({ key }) => key),
      numbers,
    )
  const most = Math.min(mostEdits, Math.floor(Math.sqrt(Math.max(0, allowance.steps))))
  const runs = most === 0 ? null : shortestEdits(keys(shortA), keys(shortB), most)
  const edits = runs?.reduce((sum, { kind, count }) => sum + (kind === 'same' ? 0 : count), 0) ?? most
  allowance.steps -= a.length + b.length + edits ** 2
  if (runs === null) return [{ before: a, after: b, isSame: false }]
  const pieces: Piece[] = []
  let [left, right] = [0, 0]
  const add = (countA: number, countB: number, isSame: boolean): void => {
    if (countA + countB === 0) return
    pieces.push({ before: a.slice(left, left + countA), after: b.slice(right, right + countB), isSame })
    left += countA
    right += countB
  }
  for (const { kind, count } of runs) add(kind === 'added' ? 0 : count, kind === 'removed' ? 0 : count, kind === 'same')
  add(end, end, true)
  return bridgedOver(pieces).flatMap(withoutEdges)
}

/** Joins changes with what little stands unchanged between them. */
function bridgedOver(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = []
  for (const [at, piece] of pieces.entries()) {
    const last = out.at(-1)
    const joins = piece.isSame ? at > 0 && at < pieces.length - 1 && isSmall(piece.before) : last?.isSame === false
    if (joins && last !== undefined && !last.isSame) {
      const [before, after] = [
        [...last.before, ...piece.before],
        [...last.after, ...piece.after],
      ]
      out[out.length - 1] = { before, after, isSame: false }
    } else out.push(piece)
  }
  return out
}

const isSmall = (tokens: readonly Token[]): boolean =>
  tokens.filter(({ kind }) => kind === 'word').length <= bridged && tokens.every(({ kind }) => kind !== 'atom')

/** Spaces that a change begins or ends with on both sides are no part of it. */
function withoutEdges(piece: Piece): Piece[] {
  if (piece.isSame) return [piece]
  const { before, after } = piece
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && isSameSpace(before[start], after[start])) start += 1
  let end = 0
  while (end < most - start && isSameSpace(before[before.length - 1 - end], after[after.length - 1 - end])) end += 1
  const part = (from: number, toA: number, toB: number, isSame: boolean): Piece => ({
    before: before.slice(from, toA),
    after: after.slice(from, toB),
    isSame,
  })
  return [
    part(0, start, start, true),
    part(start, before.length - end, after.length - end, false),
    { before: before.slice(before.length - end), after: after.slice(after.length - end), isSame: true },
  ].filter(({ before: left, after: right }) => left.length + right.length > 0)
}

const isSameSpace = (a: Token | undefined, b: Token | undefined): boolean =>
  a !== undefined && b !== undefined && a.kind === 'space' && a.key === b.key
