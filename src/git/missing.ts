import { gitErrors } from './errors.ts'

/** What the system says of something that is not there, or is of another kind than was asked for. */
const absent: ReadonlySet<string | undefined> = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ELOOP', 'ENAMETOOLONG'])

/**
 * What was asked of a path; null where there is none.
 *
 * @throws {WhybookError} `git/unreadable` for anything else: what cannot be seen must not be taken for absent
 */
export async function unlessMissing<Answer>(path: string, asked: Promise<Answer>): Promise<Answer | null> {
  try {
    return await asked
  } catch (cause) {
    if (absent.has((cause as NodeJS.ErrnoException).code)) return null
    throw gitErrors.unreadable(path, cause)
  }
}
