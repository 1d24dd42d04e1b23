import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Mode } from './objects.ts'

/** What stands at a path: its text or bytes, something else than a plain file, or null to delete it. */
export type Content = string | Uint8Array | { readonly mode: Mode; readonly content: string } | null
export type Files = Readonly<Record<string, Content>>

/** A symbolic link, for {@link Files}. */
export const symlink = (target: string): Content => ({ mode: '120000', content: target })
/** A submodule at a commit, for {@link Files}. */
export const submodule = (commit: string): Content => ({ mode: '160000', content: commit })
/** A file with its executable bit, for {@link Files}. */
export const executable = (text: string): Content => ({ mode: '100755', content: text })

/** Brings one path of a folder on disk to a content. */
export function putFile(folder: string, path: string, content: Content): void {
  const place = join(folder, path)
  const mode = content === null || typeof content === 'string' || content instanceof Uint8Array ? null : content.mode
  if (mode === '160000') {
    mkdirSync(place, { recursive: true })
    return
  }
  rmSync(place, { recursive: true, force: true })
  if (content === null) return
  mkdirSync(dirname(place), { recursive: true })
  const bytes = typeof content === 'string' || content instanceof Uint8Array ? content : content.content
  if (mode === '120000') symlinkSync(bytes.toString(), place)
  else writeFileSync(place, bytes)
  if (mode === '100755') chmodSync(place, 0o755)
}

/** Writes a file anew: many times faster on ext4 than to cut an old one short, which waits for the disk. */
export function replaceFile(path: string, bytes: string | Uint8Array): void {
  rmSync(path, { force: true })
  writeFileSync(path, bytes)
}
