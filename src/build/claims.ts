/**
 * Keeps which paths of the output are taken, so that no two pieces write the same file, or a file where a folder is.
 *
 * @returns takes a path; false when that is not possible, and then nothing changes
 */
export function claims(): (path: string) => boolean {
  const files = new Set<string>()
  const folders = new Set<string>()
  return (path) => {
    const above = foldersOf(path)
    if (files.has(path) || folders.has(path) || above.some((folder) => files.has(folder))) return false
    files.add(path)
    for (const folder of above) folders.add(folder)
    return true
  }
}

function foldersOf(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1)
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'))
}
