import { readFileSync, realpathSync, statSync } from 'node:fs'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import { setupErrors } from './errors.ts'
import { type Found, textOf } from './found.ts'
import { installedSpec } from './package-file.ts'
import { packageSpec } from './package-spec.ts'

/** Where Whybook is to come from in this repository. */
export interface PackageSource {
  /** As `package.json` names it. */
  readonly spec: string
  /** The tarball it is in: its path in the repository, where it is now, and its bytes when it has to be copied in. */
  readonly tarball: { readonly path: string; readonly from: string; readonly copied: Uint8Array | null } | null
}

/**
 * Decides where Whybook comes from: what `--package` says, else what `package.json` already says, else the tarball of
 * this version at the top of the repository, else this version of the registry. A tarball from elsewhere is copied in:
 * CI has nothing but the repository.
 *
 * @param here - folder that `--package` was typed in
 * @throws {WhybookError} `setup/answer`
 */
export function packageSource(found: Found, written: string | null, here: string): PackageSource {
  const there = installedSpec(textOf(found, 'package.json') ?? '')
  const own = `whybook-${found.version}.tgz`
  const asked = written ?? there ?? (found.taken.has(own) ? join(found.root, own) : found.version)
  if (written === null && there !== null) {
    const path = /^file:(?:\.\/)?([^/].*\.tgz)$/.exec(there)?.[1]
    const from = path === undefined ? null : insideFile(found.root, join(found.root, path))
    return { spec: there, tarball: from === null || path === undefined ? null : { path, from, copied: null } }
  }
  const { spec, tarball } = packageSpec(asked)
  if (tarball === null) return { spec, tarball: null }
  const from = fileAt(resolve(here, tarball))
  if (from === null) throw setupErrors.notAnswered('--package', asked, 'there is no such file')
  const inside = pathInside(found.root, from)
  if (inside !== null) return { spec: `file:${inside}`, tarball: { path: inside, from, copied: null } }
  const path = spec.slice('file:'.length)
  const bytes = readFileSync(from)
  const isThere = found.taken.has(path)
  if (isThere && !bytes.equals(readFileSync(insideFile(found.root, join(found.root, path)) ?? '/dev/null'))) {
    throw setupErrors.notAnswered('--package', asked, `the repository has another ${path}`)
  }
  return { spec, tarball: { path, from, copied: isThere ? null : bytes } }
}

function fileAt(path: string): string | null {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true ? realpathSync(path) : null
}

/** The file itself when it is one of the repository; null for a link that leads out. */
function insideFile(root: string, path: string): string | null {
  const file = fileAt(path)
  return file !== null && pathInside(root, file) !== null ? file : null
}

function pathInside(root: string, path: string): string | null {
  const way = relative(root, path).split(sep).join('/')
  return way.startsWith('../') || isAbsolute(way) || !/^[\w.+/-]+$/.test(way) ? null : way
}
