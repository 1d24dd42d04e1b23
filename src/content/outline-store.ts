import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import writeFileAtomic from 'write-file-atomic'
import type { Outline } from '../model/page.ts'

/** Outlines of files by the digest of their bytes, so that only changed files are parsed. */
export interface OutlineStore {
  get(digest: string): Outline | undefined
  set(digest: string, outline: Outline): void
  /** Writes what was asked for or set since it was opened; what no file has any more is dropped. */
  save(): Promise<void>
}

interface Stored extends Omit<Outline, 'anchors'> {
  readonly anchors: readonly string[]
}

/**
 * Opens the store in a file. It is a cache: missing, cut short, of another version or not ours, it is empty.
 *
 * The first line holds version and checksum of the rest, so that half a file is never half believed.
 *
 * @param version - whatever the outlines depend on beside the files: Whybook's version
 */
export function openOutlineStore(file: string, version: string): OutlineStore {
  const stored = read(file, version)
  const used = new Map<string, Outline>()
  let isChanged = false
  return {
    get: (digest) => {
      const known = used.get(digest)
      const entry = known === undefined ? stored.get(digest) : undefined
      if (entry === undefined) return known
      const outline = { ...entry, anchors: new Set(entry.anchors) }
      used.set(digest, outline)
      return outline
    },
    set: (digest, outline) => {
      used.set(digest, outline)
      isChanged = true
    },
    save: async () => {
      if (!isChanged && used.size === stored.size) return
      const entries = [...used].map(
        ([digest, outline]) => [digest, { ...outline, anchors: [...outline.anchors] }] satisfies [string, Stored],
      )
      const body = JSON.stringify(entries)
      await writeFileAtomic(file, `${headOf(version, body)}\n${body}`)
    },
  }
}

function read(file: string, version: string): ReadonlyMap<string, Stored> {
  try {
    const text = readFileSync(file, 'utf8')
    const end = text.indexOf('\n')
    const body = text.slice(end + 1)
    if (text.slice(0, Math.max(0, end)) === headOf(version, body)) return new Map(JSON.parse(body))
  } catch {
    // A cache that cannot be read only makes this time slower.
  }
  return new Map()
}

function headOf(version: string, body: string): string {
  return `whybook outlines 1 ${version} ${createHash('sha1').update(body).digest('hex')}`
}
