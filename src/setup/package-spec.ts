import { basename } from 'node:path'
import { setupErrors } from './errors.ts'

/** What `--package` means: how `package.json` names it, and the tarball on disk when it is one. */
export interface PackageSpec {
  readonly spec: string
  /** As it was typed, relative to the folder it was typed in; null for a version or an address. */
  readonly tarball: string | null
}

const VERSION = /^\d+\.\d+\.\d+(?:-[\w.-]+)?(?:\+[\w.-]+)?$/
/** A name that every shell, npm and a lock file take as it is. */
const TARBALL = /^[\w][\w.+-]*\.t(?:ar\.)?gz$/

/**
 * Reads `--package`: an exact version, a tarball on disk, or the address of one. A range or a tag is refused: what
 * builds the handbook changes when somebody decides it.
 *
 * @throws {WhybookError} `setup/answer`
 */
export function packageSpec(written: string): PackageSpec {
  const text = written.replace(/^whybook@/, '')
  if (VERSION.test(text)) return { spec: text, tarball: null }
  if (/^https:\/\//i.test(text) && URL.canParse(text)) return { spec: new URL(text).href, tarball: null }
  if (!/\.t(?:ar\.)?gz$/.test(text)) {
    throw setupErrors.notAnswered(
      '--package',
      written,
      'it is no exact version (0.1.0), no tarball (whybook-0.1.0.tgz), and no address of one',
    )
  }
  const tarball = text.replace(/^file:/, '')
  const name = basename(tarball)
  if (!TARBALL.test(name))
    throw setupErrors.notAnswered('--package', written, 'its name has characters that npm may read otherwise')
  return { spec: `file:${name}`, tarball }
}

/** True for a spec that always gives the same package. */
export function isPinned(spec: string): boolean {
  return VERSION.test(spec) || /^(?:file:|https:\/\/).*\.t(?:ar\.)?gz$/.test(spec)
}
