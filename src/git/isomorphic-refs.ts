import { lstat, readFile, realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'

/** Branches, tags and HEAD of a repository that keeps them in files. */
export interface Refs {
  /** What a full name (`HEAD`, `refs/heads/main`) leads to: an id, or null. */
  id(name: string): Promise<string | null>
  /** Full name of what a symbolic ref points at; null when it is none. */
  target(name: string): Promise<string | null>
}

/** Symbolic refs in a row that git follows. */
const LONGEST_CHAIN = 5
const LARGEST_FILE = 64 * 1024 * 1024

/** Reads the files anew each time, since branches move while we serve. */
export function fileRefs(gitDirectory: string): Refs {
  /** Text of a file in the git directory; null where none is, or where a link leads elsewhere. */
  async function text(name: string): Promise<string | null> {
    const path = join(gitDirectory, name)
    try {
      const stat = await lstat(path)
      if (!stat.isFile() || stat.size > LARGEST_FILE) return null
      if (!(await realpath(path)).startsWith(gitDirectory + sep)) return null
      return await readFile(path, 'utf8')
    } catch {
      return null
    }
  }

  async function packed(name: string): Promise<string | null> {
    for (const line of (await text('packed-refs'))?.split('\n') ?? []) {
      if (line.endsWith(` ${name}`) && line.length === name.length + 41) return line.slice(0, 40)
    }
    return null
  }

  async function target(name: string): Promise<string | null> {
    const [, found] = (await text(name))?.match(/^ref:\s*(\S[^\n]*?)\s*$/) ?? []
    return found !== undefined && isRefName(found) ? found : null
  }

  async function id(name: string, depth = 0): Promise<string | null> {
    if (depth > LONGEST_CHAIN || !isRefName(name)) return null
    const leadsTo = await target(name)
    if (leadsTo !== null) return id(leadsTo, depth + 1)
    const [, found] = (await text(name))?.match(/^([0-9a-f]{40})(?:\s|$)/) ?? []
    return found ?? packed(name)
  }

  return { id: (name) => id(name), target: async (name) => (isRefName(name) ? target(name) : null) }
}

/** True for a name that git allows (git's documentation, "git-check-ref-format") and that stays in its folder. */
export function isRefName(name: string): boolean {
  if (!/^(?:HEAD|refs\/.+)$/.test(name)) return false
  if (/[\0-\x20\x7f~^:?*[\\]|\.\.|@\{|\/\/|[./]$/.test(name)) return false
  return name.split('/').every((part) => !part.startsWith('.') && !part.endsWith('.lock'))
}
