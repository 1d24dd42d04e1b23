import { buildErrors } from './errors.ts'
import type { MadePiece } from './manifest.ts'
import { isOfSearch } from './of-search.ts'
import type { Piece } from './pieces.ts'
import type { Stamp } from './stamp.ts'

/**
 * Which files each piece consists of, for the manifest: what lies in the index's folder is the search's, and what no
 * other piece wrote is Astro's.
 *
 * @param files - everything in the staged folder
 * @throws {WhybookError} `build/incomplete` when a piece has not been written
 */
export function* madePieces(
  pieces: readonly Piece[],
  files: ReadonlyMap<string, Stamp>,
): Iterable<readonly [id: string, piece: MadePiece]> {
  const left = new Map(files)
  for (const piece of pieces) {
    if (piece.kind === 'site' || piece.kind === 'search') continue
    const stamp = left.get(piece.file)
    if (stamp === undefined) throw buildErrors.incomplete([piece.file])
    left.delete(piece.file)
    yield [piece.id, { key: piece.key, files: { [piece.file]: stamp } }]
  }
  for (const piece of pieces) {
    if (piece.kind !== 'site' && piece.kind !== 'search') continue
    const isIts = ([path]: readonly [string, Stamp]) => isOfSearch(path) === (piece.kind === 'search')
    yield [piece.id, { key: piece.key, files: Object.fromEntries([...left].filter(isIts)) }]
  }
}

/** Number and size of files by their stamps. */
export function sizeOf(stamps: readonly Stamp[]): { readonly files: number; readonly bytes: number } {
  return { files: stamps.length, bytes: stamps.reduce((sum, [size]) => sum + size, 0) }
}
