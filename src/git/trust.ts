import { readFile, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join, sep } from 'node:path'
import { configRecords } from './config-text.ts'
import { gitErrors } from './errors.ts'

/** Who reads: the user's id, and the one behind `sudo`. Null where files have no owners (Windows). */
export interface Reader {
  readonly uid: number | null
  readonly environment: NodeJS.ProcessEnv
}

/**
 * Makes git's own check without git: a repository of another user is not read unless `safe.directory` allows it (git's
 * documentation, "git-config").
 *
 * @param root - folder that `safe.directory` would name
 * @param owned - paths that have to belong to the reader
 * @throws {WhybookError} `git/unsafe-directory`
 */
export async function checkOwner(root: string, owned: readonly string[], { uid, environment }: Reader): Promise<void> {
  if (uid === null) return
  const trusted = new Set([uid])
  if (uid === 0 && /^\d+$/.test(environment['SUDO_UID'] ?? '')) trusted.add(Number(environment['SUDO_UID']))
  const owners = await Promise.all(owned.map(async (path) => (await stat(path)).uid))
  if (owners.every((owner) => trusted.has(owner))) return
  if (isAllowed(root, await safeDirectories(environment))) return
  throw gitErrors.foreignOwner(root)
}

/** An empty value forgets those before it. */
function isAllowed(root: string, values: readonly string[]): boolean {
  const since = values.slice(values.lastIndexOf('') + 1)
  return since.some((value) => {
    if (value === '*') return true
    if (value.endsWith('/*')) return root.startsWith(value.slice(0, -1))
    return value === root || value === `${root}${sep}`
  })
}

/** From the system's and the user's configuration, never from the repository's own. */
async function safeDirectories(environment: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const home = environment['HOME'] ?? homedir()
  const config = environment['XDG_CONFIG_HOME'] ?? join(home, '.config')
  const files = ['/etc/gitconfig', join(config, 'git', 'config'), join(home, '.gitconfig')]
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => '')))
  const records = texts.flatMap((text) => configRecords(text) ?? [])
  return records.flatMap((record) => {
    const [, value] = record.match(/^safe\.directory\n(.*)$/s) ?? []
    return value === undefined ? [] : [value.replace(/^~\//, `${home}/`)]
  })
}
