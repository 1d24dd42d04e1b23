import { lstatSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readRegularFile } from '../content/read-file.ts'
import { decodeText } from '../text/decode.ts'

const ownerFiles = [
  'CODEOWNERS',
  '.gitlab/CODEOWNERS',
  '.github/CODEOWNERS',
  '.forgejo/CODEOWNERS',
  '.gitea/CODEOWNERS',
  'docs/CODEOWNERS',
]

/**
 * Text of the repository's code owners file, the first that there is, or null. Links are not followed: they may lead
 * out of the repository.
 *
 * @param root - absolute path, without links in it
 */
export function codeOwnersText(root: string): string | null {
  for (const file of ownerFiles) {
    const read = isOwn(root, file) ? readRegularFile(join(root, file)) : null
    if (read !== null && 'bytes' in read) return decodeText(read.bytes).text
  }
  return null
}

/** True when the file's folder is no link either. */
function isOwn(root: string, file: string): boolean {
  const folder = dirname(join(root, file))
  const stats = lstatSync(folder, { throwIfNoEntry: false })
  return folder === root || stats?.isDirectory() === true
}
