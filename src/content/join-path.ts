/**
 * A relative path from a folder, `.` and `..` walked; null when it leaves the top.
 *
 * @param folder - without trailing slash, empty at the top
 */
export function joinPath(folder: string, relative: string): string | null {
  const parts = folder === '' ? [] : folder.split('/')
  for (const part of relative.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return null
  }
  return parts.join('/')
}

/** The way from a folder to a file, as a relative link is written: the reverse of {@link joinPath}. */
export function relativePath(folder: string, path: string): string {
  const here = folder === '' ? [] : folder.split('/')
  const there = path.split('/')
  let shared = 0
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared += 1
  return '../'.repeat(here.length - shared) + there.slice(shared).join('/')
}
