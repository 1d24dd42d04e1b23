import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { gitErrors } from './errors.ts'

/**
 * Tells a branch that has no commits yet from one whose file is empty or garbage, as a full disk or a crash leaves it.
 *
 * @param folder - the git directory that holds the branches
 * @param name - full name of the branch, of which no commit is known
 * @throws {WhybookError} `git/broken-branch`
 */
export async function checkUnborn(folder: string, name: string): Promise<void> {
  const stat = await lstat(join(folder, name)).catch(() => null)
  if (stat?.isFile()) throw gitErrors.brokenBranch(name.replace(/^refs\/heads\//, ''))
}
