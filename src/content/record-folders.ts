import { join } from 'node:path'
import { decodeText } from '../text/decode.ts'
import { withoutEdges } from '../text/edges.ts'
import { readRegularFile } from './read-file.ts'

const MOST = 100_000

/** Folders that hold records of decisions, as `.adr-dir` (adr-tools) and `.log4brains.yml` name them. */
export function recordFolders(root: string): ReadonlySet<string> {
  const adr = textOf(root, '.adr-dir').split('\n', 1)
  const log4brains = [...textOf(root, '.log4brains.yml').matchAll(/^[ \t-]*adrFolder:[ \t]*(.+)$/gm)].map(
    ([, folder = '']) => folder.replace(/[ \t]#.*$/, ''),
  )
  const folders = [...adr, ...log4brains].map((written) => {
    const bare = written.trim().replace(/^(["'])(.*)\1$/, '$2')
    return withoutEdges(bare.replace(/^(?:\.\/)+/, ''), /\//)
  })
  return new Set(folders.filter((folder) => folder !== '' && !folder.split('/').includes('..')))
}

function textOf(root: string, name: string): string {
  const file = readRegularFile(join(root, name))
  return 'bytes' in file ? decodeText(file.bytes).text.slice(0, MOST) : ''
}
