import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Built, buildSite, type Listener } from '../../src/build/build.ts'
import type { BuildOptions } from '../../src/build/options.ts'

/** Builds as the command does, in a process of its own, without anybody watching. */
export function build(
  root: string,
  out: string,
  options: Partial<Omit<BuildOptions, 'open'>> & Partial<BuildOptions['open']> & Partial<Listener> = {},
): Promise<Built> {
  const { clean = false, allowEmpty = false, pageSeconds = 20 } = options
  const {
    audience = null,
    now = null,
    trusted = true,
    targetBranch = null,
    base = null,
    site = null,
    skip = [out],
    git = 'auto',
  } = options
  const { signal = new AbortController().signal, onProgress = () => {}, onWait = () => {} } = options
  return buildSite(
    {
      root,
      out,
      clean,
      allowEmpty,
      pageSeconds,
      open: { audience, now, trusted, targetBranch, base, site, skip, git },
    },
    { signal, onProgress, onWait, onOutput: () => {}, debug: false },
  )
}

/** Every file of a folder with its bytes, for comparing two outputs. */
export function filesOf(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), 'latin1')]))
}
