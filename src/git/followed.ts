import { CONFIGURATION_FILES } from '../model/configuration-files.ts'
import type { BlobId, RepoPath } from '../model/ids.ts'
import type { RawDifference } from './repository.ts'

/** A path whose entry differs between two trees, whatever kind of entry; mode `''` and id `''` where there is none. */
export interface PathDifference {
  readonly path: string
  readonly before: { readonly mode: string; readonly id: string }
  readonly after: { readonly mode: string; readonly id: string }
}

/** Differences of one commit that we keep: far above any handbook, far below what ends a process. */
export const MOST_DIFFERENCES = 250_000

/** Files that history follows, as git's patterns. */
export const MARKDOWN = ['*.md', '*.mdx', '*.markdown']

/** The same for a path, without git. */
export function isMarkdownPath(path: string): boolean {
  return /\.(?:md|mdx|markdown)$/.test(path)
}

/** True for a configuration in any folder; names that only end like one are none. */
export function isConfigurationPath(path: string): boolean {
  return CONFIGURATION_FILES.includes(path.slice(path.lastIndexOf('/') + 1))
}

/**
 * Differences with one for each path. A tree that a careless tool wrote out of order, or with a name twice, makes git
 * say that a file went and came in one commit.
 */
export function onePerPath(differences: readonly RawDifference[]): readonly RawDifference[] {
  const byPath = new Map<RepoPath, RawDifference>()
  for (const each of differences) {
    const same = byPath.get(each.path)
    byPath.set(each.path, same === undefined ? each : joined(same, each))
  }
  if (byPath.size === differences.length) return differences
  return [...byPath.values()].filter(({ before, after }) => before !== after)
}

function joined(one: RawDifference, other: RawDifference): RawDifference {
  const [before, after] = [one.before ?? other.before, one.after ?? other.after]
  return { ...one, status: before === null ? 'added' : after === null ? 'removed' : 'modified', before, after }
}

/**
 * What a difference is to a page: null when no regular file stands on either side. Links (120000) and submodules
 * (160000) are no pages, and count as not there.
 */
export function rawDifference({ path, ...sides }: PathDifference): RawDifference | null {
  const before = sides.before.mode.startsWith('100') ? (sides.before.id as BlobId) : null
  const after = sides.after.mode.startsWith('100') ? (sides.after.id as BlobId) : null
  if (before === null && after === null) return null
  const status = before === null ? 'added' : after === null ? 'removed' : 'modified'
  return { status, path: path as RepoPath, before, after }
}
