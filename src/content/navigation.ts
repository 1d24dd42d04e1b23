import { join } from 'node:path'
import type { RepoPath } from '../model/ids.ts'
import { decodeText } from '../text/decode.ts'
import { readRegularFile } from './read-file.ts'

/** Texts of the navigation files that can be read. */
export function navigationTexts(
  root: string,
  paths: readonly RepoPath[],
): { readonly path: RepoPath; readonly text: string }[] {
  return paths.flatMap((path) => {
    const file = readRegularFile(join(root, path))
    return 'bytes' in file ? [{ path, text: decodeText(file.bytes).text }] : []
  })
}
