import { createHash } from 'node:crypto'
import { access, constants, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * The folder that caches of a handbook live in (DESIGN decision 8): `.whybook/` at the repository's root, with a
 * `.gitignore` of `*` inside; where that cannot be written, `$XDG_CACHE_HOME/whybook/HASH`.
 *
 * @param root - absolute path of the repository's root
 * @returns absolute path of a folder that exists and can be written
 */
export async function cacheDirectory(root: string): Promise<string> {
  const own = join(root, '.whybook')
  if (await isWritable(own)) return own
  const base = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache')
  const away = join(base, 'whybook', createHash('sha256').update(root).digest('hex').slice(0, 16))
  await mkdir(away, { recursive: true })
  return away
}

/** A folder for what readings of a handbook keep. */
export interface CacheFolder {
  readonly folder: string
  /** To be called when the handbook is closed. */
  release(): Promise<void>
}

/**
 * The cache folder of a handbook. What an untrusted person proposed shares no cache with anything: it gets a new, empty
 * folder that goes when the handbook is closed (SECURITY decision 1).
 */
export async function cacheFolder(root: string, trusted: boolean): Promise<CacheFolder> {
  if (trusted) return { folder: await cacheDirectory(root), release: async () => {} }
  const folder = await mkdtemp(join(tmpdir(), 'whybook-untrusted-'))
  return { folder, release: () => rm(folder, { recursive: true, force: true }) }
}

async function isWritable(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.W_OK)
    await writeFile(join(folder, '.gitignore'), '*\n')
    return true
  } catch {
    return false
  }
}
