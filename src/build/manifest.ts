import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Outcome } from './messages.ts'
import { filesBelow, type Stamp, sameStamp, stampOf } from './stamp.ts'

/** Raised when the file's shape changes: an older one is not read. */
const schema = 3

/** A piece of the last output: the key of what it was made from, and its files. */
export interface MadePiece {
  readonly key: string
  /** Path below the output, to the stamp it had when it was written. */
  readonly files: Readonly<Record<string, Stamp>>
}

/** What the last output is made of; a cache: without it everything is made anew. */
export interface Manifest {
  /** Files outside of Whybook that `.mdx` pages were made from, absolute. */
  readonly inputs: readonly string[]
  /** Key of the probe that was taken before, when it can be relied on. */
  readonly probe: string | null
  readonly outcome: Outcome
  /** By id of the piece. */
  readonly pieces: Readonly<Record<string, MadePiece>>
}

/** What can be used of the last output. */
export interface LastOutput {
  readonly inputs: readonly string[]
  readonly probe: string | null
  /** What the build that made it said of itself; null when there is none. */
  readonly outcome: Outcome | null
  readonly pieces: ReadonlyMap<string, MadePiece>
  /** True when the output holds exactly the files of these pieces. */
  readonly isWhole: boolean
}

/** When there is no last output, or none of it shall be used. */
export const nothing: LastOutput = {
  inputs: [],
  probe: null,
  outcome: null,
  pieces: new Map(),
  isWhole: false,
}

/**
 * Reads the manifest and compares it with the output itself: a piece whose file somebody edited, removed or replaced is
 * left out. Anything wrong with the manifest: nothing can be used.
 */
export function readLastOutput(manifestFile: string, out: string): LastOutput {
  const manifest = readManifest(manifestFile)
  if (manifest === null) return nothing
  const unknown = new Set(presentFiles(out))
  const pieces = new Map<string, MadePiece>()
  let isWhole = true
  for (const [id, piece] of Object.entries(manifest.pieces)) {
    const files = Object.entries(piece.files)
    for (const [path] of files) unknown.delete(path)
    if (files.every(([path, stamp]) => isUntouched(join(out, path), stamp))) pieces.set(id, piece)
    else isWhole = false
  }
  const { inputs, probe, outcome } = manifest
  return { inputs, probe, outcome, pieces, isWhole: isWhole && unknown.size === 0 }
}

function isUntouched(file: string, stamp: Stamp): boolean {
  const now = stampOf(file)
  return now !== null && sameStamp(now, stamp)
}

function presentFiles(out: string): readonly string[] {
  try {
    return filesBelow(out)
  } catch {
    return []
  }
}

function readManifest(file: string): Manifest | null {
  try {
    const value = JSON.parse(readFileSync(file, 'utf8')) as { schema?: unknown } & Partial<Manifest>
    if (value.schema !== schema || !Array.isArray(value.inputs) || typeof value.pieces !== 'object') return null
    const isSound = Object.values(value.pieces).every((piece) => typeof piece.key === 'string' && isFiles(piece.files))
    if (!isSound || typeof value.outcome !== 'object') return null
    return { inputs: value.inputs, probe: value.probe ?? null, outcome: value.outcome, pieces: value.pieces }
  } catch {
    return null
  }
}

/** Paths come from a cache that anybody may have written: none may lead out of the output. */
function isFiles(files: unknown): boolean {
  if (typeof files !== 'object' || files === null) return false
  return Object.entries(files).every(
    ([path, stamp]) => !path.split('/').includes('..') && Array.isArray(stamp) && stamp.length === 3,
  )
}

/** Writes the manifest of an output. */
export function writeManifest(file: string, manifest: Manifest): void {
  writeFileSync(file, JSON.stringify({ schema, ...manifest }))
}
