import { randomBytes } from 'node:crypto'
import { lstatSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { packageFolder } from '../astro/package-folder.ts'
import { nameDiskFull } from './disk-full.ts'
import { buildErrors } from './errors.ts'
import { holdLock } from './lock.ts'
import { readLastOutput } from './manifest.ts'
import type { Outcome } from './messages.ts'
import type { BuildOptions } from './options.ts'
import { publish, remove, settleOutput, stage } from './output-folder.ts'
import { type Probe, probeOf } from './probe.ts'
import { siteKey } from './site-key.ts'
import { stopwatch } from './stopwatch.ts'
import { type LastMessage, supervise } from './supervise.ts'
import { nameSystemError } from './system-error.ts'
import type { Progress } from './watchdog.ts'
import { workFolder } from './work-folder.ts'

/** What is heard of a build while it runs. */
export interface Listener {
  onProgress(progress: Progress): void
  /** Another build of the same output is waited for. */
  onWait(): void
  onOutput(text: string): void
  readonly signal: AbortSignal
  readonly debug: boolean
}

/** How a build ended. */
export interface Built extends Outcome {
  /** Folder of the site, symlinks resolved. */
  readonly out: string
  /** Folder of the handbook. */
  readonly root: string
  /** True when the last output was already right and was not touched. */
  readonly isUnchanged: boolean
}

/**
 * Builds a site, all or nothing (SECURITY decision 7): a child makes it in a folder beside the output, its list of
 * files is checked, and the folder is moved into place. Whatever fails, the last output stays as it is.
 *
 * @throws {WhybookError} `build/*`, and what opening the handbook reports
 */
export async function buildSite(options: BuildOptions, listener: Listener): Promise<Built> {
  const root = statSync(options.root, { throwIfNoEntry: false })
  if (root === undefined) throw buildErrors.noFolder(options.root)
  if (!root.isDirectory()) throw buildErrors.rootIsFile(options.root)
  const out = settleOutput(options.out, options.root)
  const release = await lock(out, listener)
  const work = await workFolder(options.root, out, options.open.trusted)
  const manifest = join(work.folder, `pages-${randomBytes(4).toString('hex')}.json`)
  const activity = `${manifest}.page`
  const lastManifest = join(work.folder, 'pages.json')
  let staged: string | null = null
  try {
    const site = siteKey(packageFolder)
    const probe = probeOf(options, out, site)
    const known = options.clean ? null : unchanged(lastManifest, out, probe)
    if (known !== null) return { ...known, root: options.root, out, isUnchanged: true }
    staged = stage(out)
    const last = await supervise(
      {
        options: { ...options, out },
        ...{ staged, work: work.folder, manifest, lastManifest, activity, site },
        probe: probe === null || probe.isFresh ? null : probe.key,
        debug: listener.debug,
      },
      listener,
    )
    if (last.type === 'done') {
      checkFiles(staged, last)
      publish(staged, out)
    }
    keepManifest(manifest, lastManifest)
    return { ...last.outcome, root: options.root, out, isUnchanged: last.type === 'unchanged' }
  } catch (error) {
    throw nameSystemError(error, staged)
  } finally {
    if (staged !== null) remove(staged)
    remove(manifest)
    remove(activity)
    work.release()
    release()
  }
}

/** The site stands; without its manifest, which is a cache, the next build only has more to do. */
function keepManifest(manifest: string, lastManifest: string): void {
  try {
    renameSync(manifest, lastManifest)
  } catch {
    // The one before tells of other files, and is compared with them before it is used.
  }
}

/** What the last build said, when nothing that it read was touched since, nor what it wrote. */
function unchanged(manifest: string, out: string, probe: Probe | null): Outcome | null {
  if (probe === null || probe.isFresh) return null
  const watch = stopwatch()
  watch.begin('look')
  const last = readLastOutput(manifest, out)
  if (last.probe !== probe.key || !last.isWhole || last.outcome === null) return null
  watch.end()
  return { ...last.outcome, drawn: 0, steps: watch.steps }
}

async function lock(out: string, listener: Listener): Promise<() => void> {
  try {
    mkdirSync(dirname(out), { recursive: true })
    return await holdLock(`${out}.lock`, listener.onWait)
  } catch (cause) {
    const full = nameDiskFull(cause, `${out}.building`)
    throw full === cause ? buildErrors.cannotWrite(dirname(out), cause) : full
  }
}

/** The child says what it wrote; the parent looks. */
function checkFiles(staged: string, last: Extract<LastMessage, { type: 'done' }>): void {
  const missing = last.files.filter(([path, size]) => {
    const stat = lstatSync(join(staged, path), { throwIfNoEntry: false })
    return stat === undefined || !stat.isFile() || stat.size !== size
  })
  const pages = last.files.filter(([path]) => path.endsWith('.html')).length
  if (missing.length > 0 || pages < last.outcome.htmlPages) throw buildErrors.incomplete(missing.map(([path]) => path))
}
