import { existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { buildErrors } from './errors.ts'

/** File that says a folder was written by Whybook and may be replaced. */
export const marker = '_whybook/build.json'

/**
 * Where the output really is: symlinks resolved, so that the folder is replaced and not the link to it.
 *
 * @throws {WhybookError} `build/not-ours`, `build/out-holds-handbook`
 */
export function settleOutput(out: string, root: string): string {
  const settled = existsSync(out) ? realpathSync(out) : join(realParent(out), basename(out))
  const inside = relative(settled, existsSync(root) ? realpathSync(root) : root)
  if (!inside.startsWith('..')) throw buildErrors.swallowsHandbook(out)
  if (existsSync(settled) && !statSync(settled).isDirectory()) throw buildErrors.outIsFile(out)
  if (!isReplaceable(settled)) throw buildErrors.outsideOurs(out)
  return settled
}

function realParent(path: string): string {
  const parent = dirname(path)
  if (parent === path) return path
  return existsSync(parent) ? realpathSync(parent) : join(realParent(parent), basename(parent))
}

function isReplaceable(out: string): boolean {
  // A work tree of the branch that is published: replacing it would take its repository away.
  if (existsSync(join(out, '.git'))) return false
  if (!existsSync(out) || existsSync(join(out, marker))) return true
  try {
    return readdirSync(out).length === 0
  } catch {
    return false
  }
}

/**
 * A new empty folder beside the output for this process to build in. Leftovers of builds that were killed are removed,
 * and an output that such a build had moved aside is put back; so the caller holds the output's lock.
 */
export function stage(out: string): string {
  try {
    mkdirSync(dirname(out), { recursive: true })
    clearLeftovers(out)
    const staged = `${out}.building-${process.pid}`
    mkdirSync(staged)
    return staged
  } catch (cause) {
    throw buildErrors.cannotWrite(dirname(out), cause)
  }
}

function clearLeftovers(out: string): void {
  for (const name of readdirSync(dirname(out))) {
    const path = join(dirname(out), name)
    if (path.startsWith(`${out}.old-`) && !existsSync(out) && existsSync(join(path, marker))) renameSync(path, out)
    else if (/^\.(old|building)-\d+$/.test(path.slice(out.length)) && path.startsWith(out)) remove(path)
  }
}

/**
 * Puts the staged folder in the output's place. Between two renames there is no output; a build killed right there
 * leaves it beside, and the next one puts it back ({@link stage}).
 */
export function publish(staged: string, out: string): void {
  const old = `${out}.old-${process.pid}`
  try {
    if (existsSync(out)) renameSync(out, old)
  } catch (cause) {
    throw buildErrors.cannotReplace(out, cause)
  }
  try {
    renameSync(staged, out)
  } catch (cause) {
    if (existsSync(old)) renameSync(old, out)
    throw buildErrors.cannotReplace(out, cause)
  }
  remove(old)
}

/** Removes a folder of ours; what cannot be removed is left to the next build. */
export function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  } catch {
    // Nothing depends on it being gone.
  }
}
