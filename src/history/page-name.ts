import type { RepoPath } from '../model/ids.ts'

/**
 * Name under which people know a page, letters and digits alone: a folder's index has the folder's; empty for the
 * index of the root.
 */
export function pageName(path: RepoPath): string {
  const parts = path.toLowerCase().split('/')
  const name = (parts.at(-1) ?? '').replace(/\.[^.]+$/, '')
  const own = /^(?:_?index|readme)$/.test(name) ? (parts.at(-2) ?? '') : name
  return own.replace(/[^\p{L}\p{N}]+/gu, '') || own
}
