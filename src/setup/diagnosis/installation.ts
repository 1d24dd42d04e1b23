import type { Existing } from '../found.ts'
import { textOf } from '../found.ts'
import { installedSpec } from '../package-file.ts'
import { isPinned } from '../package-spec.ts'
import { type Check, error, ok, warning } from './check.ts'

/** What is known of the programs and the package. */
export interface Installation {
  /** `22.23.2` */
  readonly node: string
  /** What `git --version` printed; null where there is no git. */
  readonly git: string | null
  /** Version of this Whybook. */
  readonly version: string
  readonly existing: ReadonlyMap<string, Existing>
  /** True where the tarball that `package.json` names is in the repository. */
  readonly hasTarball: boolean
}

/** Judges the programs that Whybook needs, and how the repository pins it. */
export function checkInstallation(found: Installation): readonly Check[] {
  return [nodeCheck(found.node), gitCheck(found.git), ...packageChecks(found)]
}

function nodeCheck(node: string): Check {
  if (isAtLeast(node, 22, 12)) return ok('installation/node', `Node.js ${node}`)
  return error('installation/node', `Node.js ${node} is too old: Whybook needs 22.12.`, 'Install Node.js 22 or newer.')
}

function gitCheck(git: string | null): Check {
  const id = 'installation/git'
  if (git === null)
    return error(id, 'There is no git on the PATH: pages have no history and no reasons.', 'Install git.')
  const number = /\d+\.\d+[.\d]*/.exec(git)?.[0] ?? ''
  if (isAtLeast(number, 2, 30)) return ok(id, `git ${number}`)
  return warning(id, `git ${number || git} is older than those Whybook is tested with.`, 'Install git 2.30 or newer.')
}

function isAtLeast(version: string, major: number, minor: number): boolean {
  const [first = 0, second = 0] = version.split('.').map(Number)
  return first > major || (first === major && second >= minor)
}

function packageChecks(found: Installation): readonly Check[] {
  const id = 'installation/package'
  const text = textOf(found, 'package.json')
  const spec = installedSpec(text ?? '')
  if (text !== null && !isJson(text)) {
    return [error(id, 'package.json is no JSON: npm installs nothing.', 'Mend it; npm pkg get name tells the line.')]
  }
  if (spec === null) {
    const says = 'The repository does not say which version of Whybook builds it.'
    return [warning(id, says, 'Pin it with: whybook init')]
  }
  if (!isPinned(spec)) {
    const says = `package.json asks for whybook “${spec}”, which can be another one tomorrow.`
    return [warning(id, says, `Write one version, such as "whybook": "${found.version}".`), lockCheck(found, spec)]
  }
  if (spec.startsWith('file:') && !found.hasTarball) {
    return [
      error(
        id,
        `package.json asks for ${spec}, which is not in the repository.`,
        'Commit that file, or run whybook init --package with another.',
      ),
    ]
  }
  return [ok(id, `package.json pins whybook ${spec}`), lockCheck(found, spec)]
}

function lockCheck(found: Installation, spec: string): Check {
  const id = 'installation/lock'
  const remake = 'Make it with: npm install --package-lock-only'
  const text = textOf(found, 'package-lock.json') ?? textOf(found, 'npm-shrinkwrap.json')
  if (text === null) return error(id, 'There is no package-lock.json, so npm ci refuses to install.', remake)
  const locked = lockedWhybook(text)
  if (locked === null) return error(id, 'package-lock.json does not have Whybook in it.', remake)
  if (locked.spec !== spec) {
    return error(
      id,
      `package-lock.json was made for whybook “${locked.spec}”, package.json asks for “${spec}”.`,
      remake,
    )
  }
  if (locked.version !== found.version) {
    const says = `The repository is built with Whybook ${locked.version}; this is ${found.version}.`
    return warning(id, says, 'Install what the repository has, with npm ci, and use npx whybook in it.')
  }
  return ok(id, `package-lock.json has Whybook ${locked.version}`)
}

/** What a lock file says of Whybook; null when nothing. */
function lockedWhybook(text: string): { readonly spec: string; readonly version: string } | null {
  if (!isJson(text)) return null
  const { packages } = (JSON.parse(text) ?? {}) as { packages?: Record<string, { version?: unknown } | undefined> }
  const root = JSON.stringify(packages?.[''] ?? {})
  const version = packages?.['node_modules/whybook']?.version
  const spec = installedSpec(root)
  return spec === null || typeof version !== 'string' ? null : { spec, version }
}

function isJson(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null
  } catch {
    return false
  }
}
