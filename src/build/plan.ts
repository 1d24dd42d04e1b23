import type { LastOutput } from './manifest.ts'

/** What a build has to do: which pieces are taken from the last output, and which are made. */
export interface Plan<Piece> {
  readonly reuse: readonly Piece[]
  readonly make: readonly Piece[]
  /** True when the last output is already what this build would give. */
  readonly isDone: boolean
}

/** Takes a piece from the last output when it was made from the same (its key) and is still as it was written. */
export function planOf<Piece extends { readonly id: string; readonly key: string }>(
  pieces: readonly Piece[],
  last: LastOutput,
): Plan<Piece> {
  const reuse: Piece[] = []
  const make: Piece[] = []
  for (const piece of pieces) {
    if (last.pieces.get(piece.id)?.key === piece.key) reuse.push(piece)
    else make.push(piece)
  }
  const isDone = make.length === 0 && last.isWhole && last.pieces.size === pieces.length
  return { reuse, make, isDone }
}
