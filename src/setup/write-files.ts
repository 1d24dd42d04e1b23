import { randomBytes } from 'node:crypto'
import {
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { setupErrors } from './errors.ts'
import { firstLink } from './way.ts'

/** A file to write. */
export interface WrittenFile {
  readonly path: string
  readonly bytes: string | Uint8Array
  /** What is there now, as it was read; null for a new file. */
  readonly before: string | null
  readonly executable?: boolean
}

/**
 * Writes files all or nothing, as far as a file system allows: every byte is on the disk under another name before
 * the first file takes its place, and when one cannot, those before it are taken back. A file that appeared or changed
 * since it was looked at is never replaced.
 *
 * @param root - absolute path, without links in it; nothing is written outside, nor through a link
 * @throws {WhybookError} `setup/link`, `setup/in-the-way`, `setup/cannot-write`; nothing is changed then
 */
export function writeFiles(root: string, files: readonly WrittenFile[]): void {
  const undo: (() => void)[] = []
  try {
    const staged = files.map((file) => ({ file, temporary: stageFile(root, file, undo) }))
    for (const { file, temporary } of staged) placeFile(root, file, temporary, undo)
  } catch (error) {
    for (const step of undo.toReversed()) step()
    throw error
  }
  for (const { path } of files) clearStaged(root, path)
}

const suffix = `.whybook-${process.pid}-${randomBytes(4).toString('hex')}`

function stageFile(root: string, { path, bytes, before, executable }: WrittenFile, undo: (() => void)[]): string {
  const link = firstLink(root, path)
  if (link !== null) throw setupErrors.leadsAway(link)
  if (textAt(root, path) !== before) throw setupErrors.inTheWay(path)
  const temporary = join(root, path + suffix)
  try {
    makeFolders(root, dirname(path), undo)
    undo.push(() => rmSync(temporary, { force: true }))
    const mode = before === null ? (executable ? 0o755 : 0o644) : lstatSync(join(root, path)).mode & 0o777
    writeFileSync(temporary, bytes, { flag: 'wx', flush: true, mode })
  } catch (cause) {
    throw setupErrors.cannotWrite(path, cause as NodeJS.ErrnoException)
  }
  return temporary
}

function makeFolders(root: string, folder: string, undo: (() => void)[]): void {
  if (folder === '.' || lstatSync(join(root, folder), { throwIfNoEntry: false }) !== undefined) return
  makeFolders(root, dirname(folder), undo)
  mkdirSync(join(root, folder))
  undo.push(() => rmdirSync(join(root, folder)))
}

function placeFile(root: string, { path, before }: WrittenFile, temporary: string, undo: (() => void)[]): void {
  const target = join(root, path)
  try {
    if (before === null) {
      linkNew(temporary, target)
      undo.push(() => rmSync(target, { force: true }))
    } else {
      if (textAt(root, path) !== before) throw setupErrors.inTheWay(path)
      const mode = lstatSync(target).mode & 0o777
      renameSync(temporary, target)
      undo.push(() => writeFileSync(target, before, { mode }))
    }
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'EEXIST') throw setupErrors.inTheWay(path)
    throw code?.startsWith('setup/') ? cause : setupErrors.cannotWrite(path, cause as NodeJS.ErrnoException)
  }
}

/** Gives a file its name only where nothing has it; some file systems have no hard links. */
function linkNew(temporary: string, target: string): void {
  try {
    linkSync(temporary, target)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error
    copyFileSync(temporary, target, 1)
  }
}

function clearStaged(root: string, path: string): void {
  try {
    rmSync(join(root, path + suffix), { force: true })
  } catch {
    // A leftover with an odd name does no harm; the files are in place.
  }
}

/** Text of the file; null when there is none, undefined for what is no file. */
function textAt(root: string, path: string): string | null | undefined {
  const stats = lstatSync(join(root, path), { throwIfNoEntry: false })
  if (stats === undefined) return null
  return stats.isFile() ? readFileSync(join(root, path), 'utf8') : undefined
}
