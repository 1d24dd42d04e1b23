import { createHash, hash } from 'node:crypto'
import { closeSync, constants, lstatSync, openSync, readSync, realpathSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { RepoPath } from '../model/ids.ts'
import { CONFIGURATION_FILES } from './configuration.ts'
import { staticFoldersOf } from './discover.ts'
import { SETTINGS_FILES } from './other-generators.ts'
import { type Entry, walk } from './walk.ts'

/** Fingerprint of all that {@link readContent} reads. */
export interface ContentDigest {
  /** Equal for equal files, also in another clone of them. */
  readonly digest: string
  /** To be kept and given back next time: what makes the next fingerprint cheap. */
  readonly record: string
}

/** How a fingerprint is taken. */
export interface DigestOptions {
  readonly contentRoot: RepoPath
  /** Further files that count; when left out, those of the previous record. */
  readonly also?: readonly RepoPath[]
  /** The record of the last time; anything that is none is ignored. */
  readonly previous?: string | null
  /** Milliseconds since 1970, taken before the call. */
  readonly now: number
  readonly skip?: readonly RepoPath[]
}

interface Recorded {
  readonly at: number
  readonly also: readonly RepoPath[]
  /** By path: what the file system said of it, and the hash of its bytes. */
  readonly files: Readonly<Record<string, readonly [state: string, digest: string]>>
}

/** A file changed this shortly before it was recorded may have been changed again without a trace. */
const RACY = 2_000

/**
 * Takes the fingerprint of everything below the content folder, the folders of static files and the settings.
 *
 * A file is read again only when its size, inode or a time (to the nanosecond) differs from the last record, or
 * when it had changed less than two seconds before that: then the clock may not tell two changes apart.
 *
 * @param root - absolute path of the repository
 */
export function digestContent(root: string, options: DigestOptions): ContentDigest {
  const { contentRoot, now } = options
  const before = parseRecord(options.previous ?? null)
  const also = options.also ?? before.also
  const skip = new Set<string>(options.skip)
  const files: Record<string, readonly [string, string]> = Object.create(null)
  const sum = createHash('sha1').update(`${contentRoot}\0`)
  const settings = [...CONFIGURATION_FILES, ...SETTINGS_FILES].map((path) => path as RepoPath)
  const named = [...new Set([...settings, ...also])].map((path) => ({ path, kind: 'file' as const }))
  const folders = [contentRoot, ...staticFoldersOf(contentRoot, skip)]
  const seen = new Set<string>()
  for (const { path, kind } of [...folders.flatMap((folder) => walk(root, folder, skip)), ...named] satisfies Entry[]) {
    if (seen.has(path)) continue
    seen.add(path)
    sum.update(`${path}\0${kind === 'file' ? fileDigest(path) : kind === 'symlink' ? leadsTo(root, path) : kind}\0`)
  }
  return { digest: sum.digest('hex'), record: JSON.stringify({ at: now, also, files } satisfies Recorded) }

  function fileDigest(path: RepoPath): string {
    const state = stateOf(join(root, path))
    if (state === null) return 'absent'
    const known = Object.hasOwn(before.files, path) ? before.files[path] : undefined
    const isKnown = known?.[0] === state.text && state.changed < before.at - RACY
    const digest = isKnown ? (known?.[1] ?? '') : hashOf(join(root, path))
    files[path] = [state.text, digest]
    return digest
  }
}

function stateOf(path: string): { readonly text: string; readonly changed: number } | null {
  const stats = lstatSync(path, { bigint: true, throwIfNoEntry: false })
  if (stats === undefined) return null
  const { size, ino, mtimeNs, ctimeNs, mode } = stats
  const changed = Math.max(...[mtimeNs, ctimeNs].map((time) => Number(time / 1_000_000n)))
  return { text: [size, ino, mtimeNs, ctimeNs, mode].join(' '), changed }
}

function leadsTo(root: string, path: string): string {
  try {
    return relative(realpathSync(root), realpathSync(join(root, path)))
  } catch {
    return 'nowhere'
  }
}

function hashOf(path: string): string {
  let descriptor: number
  try {
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
  } catch {
    return 'unreadable'
  }
  try {
    const chunk = Buffer.allocUnsafe(256 * 1024)
    const first = readSync(descriptor, chunk)
    if (first < chunk.length) return hash('sha1', chunk.subarray(0, first))
    const sum = createHash('sha1').update(chunk)
    for (let size = readSync(descriptor, chunk); size > 0; size = readSync(descriptor, chunk))
      sum.update(chunk.subarray(0, size))
    return sum.digest('hex')
  } catch {
    return 'unreadable'
  } finally {
    closeSync(descriptor)
  }
}

function parseRecord(text: string | null): Recorded {
  try {
    const { at, also, files } = JSON.parse(text ?? '')
    if (typeof at === 'number' && Array.isArray(also) && typeof files === 'object' && files !== null)
      return { at, also, files }
  } catch {
    // A record that cannot be read only makes this time slower.
  }
  return { at: 0, also: [], files: {} }
}
