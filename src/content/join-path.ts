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
