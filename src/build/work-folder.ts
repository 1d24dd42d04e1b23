import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cacheDirectory } from '../source/cache.ts'
import { remove } from './output-folder.ts'
import { repositoryOf } from './probe.ts'

/** Folder for the caches of one output. */
export interface WorkFolder {
  readonly folder: string
  /** To be called when the build has ended. */
  release(): void
}

/**
 * A writable folder for what builds of this output keep: what the last one was made of, and Astro's own caches. What an
 * untrusted person proposed gets one of its own that is removed afterwards: no shared cache (SECURITY decision 1).
 */
export async function workFolder(root: string, out: string, trusted: boolean): Promise<WorkFolder> {
  if (!trusted) {
    const folder = mkdtempSync(join(tmpdir(), 'whybook-'))
    return { folder, release: () => remove(folder) }
  }
  const name = `site-${createHash('sha256').update(out).digest('hex').slice(0, 12)}`
  const folder = join(await cacheDirectory(repositoryOf(root) ?? root), name)
  mkdirSync(folder, { recursive: true })
  return { folder, release: () => {} }
}
