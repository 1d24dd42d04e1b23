import { nameDiskFull } from './disk-full.ts'
import { buildErrors } from './errors.ts'

/** What the system's words mean to a person. */
const meanings: Readonly<Record<string, string>> = {
  EACCES: 'this user may not',
  EPERM: 'this user may not',
  EROFS: 'its file system is read-only',
  EIO: 'the disk reports an error',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EBUSY: 'something else is using it',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long for this file system',
}

/**
 * Says in a sentence what the system refused while a site was made; other errors stay as they are.
 *
 * @param staged - folder that the site is made in
 */
export function nameSystemError(error: unknown, staged: string | null): unknown {
  const named = staged === null ? error : nameDiskFull(error, staged)
  if (named !== error || !(error instanceof Error)) return named
  const { code = '', path = '', syscall = '' } = error as NodeJS.ErrnoException
  const meaning = meanings[code]
  // What cannot be started is no file of ours.
  if (meaning === undefined || syscall.startsWith('spawn')) return error
  // What is done with an open file names no path.
  const place = path === '' ? staged : path
  return place === null ? error : buildErrors.refusedBySystem(place, verbOf(syscall, path), meaning, error)
}

/** An `open` is for reading or for writing, and the error does not say which. */
function verbOf(syscall: string, path: string): 'written' | 'read' | 'used' {
  if (writing.has(syscall)) return 'written'
  return syscall === 'open' || path === '' ? 'used' : 'read'
}

const writing = new Set(['mkdir', 'mkdtemp', 'rename', 'link', 'copyfile', 'write', 'unlink', 'rm', 'rmdir'])
