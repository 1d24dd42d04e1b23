import type { Found } from './found.ts'
import { textOf } from './found.ts'
import { makeLock } from './lock-file.ts'
import type { PackageSource } from './package-source.ts'
import type { Plan, PlannedFile } from './plan.ts'
import { otherLockFiles } from './survey.ts'
import type { WrittenFile } from './write-files.ts'

/** All that init would write, lock file and tarball among it. */
export interface Setup {
  /** For reading: what each file is to become. */
  readonly shown: readonly PlannedFile[]
  readonly written: readonly WrittenFile[]
  readonly next: readonly string[]
}

/**
 * Completes a plan with what takes other programs: the lock file, made by npm outside of the repository. Nothing is
 * written into it.
 */
export async function completePlan(
  found: Found,
  plan: Plan,
  source: PackageSource,
  environment: NodeJS.ProcessEnv,
): Promise<Setup> {
  const packageText = plan.files.find(({ path }) => path === 'package.json' && path)
  const lock =
    packageText?.state === 'kept' ? null : await lockFile(found, packageText?.text ?? '', source, environment)
  const { tarball } = source
  const copied: PlannedFile[] =
    tarball === null || tarball.copied === null
      ? []
      : [{ path: tarball.path, state: 'new', text: `Whybook itself, ${Math.ceil(tarball.copied.length / 1000)} KB` }]
  const shown = [...plan.files, ...(lock?.file == null ? [] : [lock.file]), ...copied]
  return {
    shown,
    written: shown
      .filter(({ state }) => state === 'new' || state === 'changed')
      .map(({ path, text, state, executable = false }) => ({
        path,
        bytes: (path === tarball?.path ? tarball.copied : null) ?? text,
        before: state === 'new' ? null : textOf(found, path),
        executable,
      })),
    next: [...(lock?.next ?? []), ...plan.next],
  }
}

async function lockFile(
  found: Found,
  packageText: string,
  { tarball }: PackageSource,
  environment: NodeJS.ProcessEnv,
): Promise<{ readonly file: PlannedFile | null; readonly next: readonly string[] }> {
  const path = 'package-lock.json'
  const byHand = 'npm install --package-lock-only'
  const foreign = otherLockFiles.find((name) => found.existing.has(name))
  if (foreign !== undefined) {
    const text = `There is a ${foreign}, and the pipeline installs with npm: run ${byHand}, or change its first command.`
    return { file: null, next: [text] }
  }
  const there = textOf(found, path)
  if (found.existing.has(path) && there === null) return { file: null, next: [`${path} cannot be read: run ${byHand}`] }
  const made = await makeLock({ packageText, lockText: there, tarball }, environment)
  if ('problem' in made) {
    const advice = /registry does not have this version/.test(made.problem)
      ? 'Make a package of it where you have Whybook, with npm pack, and name that file with --package.'
      : `Then run ${byHand} here.`
    return { file: null, next: [`There is no new ${path}, and npm ci needs one. ${made.problem} ${advice}`] }
  }
  const state = there === null ? 'new' : made.text === there ? 'same' : 'changed'
  return {
    file: { path, state, text: made.text, added: `${made.packages} packages, each with its version\n` },
    next: [],
  }
}
