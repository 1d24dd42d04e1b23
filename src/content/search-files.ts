import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from 'zod'
import { type Finding, finding } from '../model/finding.ts'
import type { RepoPath } from '../model/ids.ts'
import { type QuestionsFile, questionsFileSchema, type SearchFile, searchFileSchema } from '../model/search-files.ts'
import { decodeText } from '../text/decode.ts'
import { parseData } from './parse-data.ts'

/** A file beside the pages; null data where there is none or it cannot be read. */
export interface DataFile<T> {
  readonly path: RepoPath | null
  readonly data: T | null
  readonly findings: readonly Finding[]
  /** Line of an item, from 1. */
  lineOf(at: readonly (string | number)[]): number
}

/** Where the files of search stand. */
export interface SearchFilesAt {
  readonly root: string
  readonly contentRoot: RepoPath
  /** Their texts on the target branch, which count instead of those in the folder; null where these do. */
  readonly searchFiles: ReadonlyMap<RepoPath, string> | null
}

/** Reads `search.yml` from the repository's root or the content folder. */
export const readSearchFile = (at: SearchFilesAt): DataFile<SearchFile> =>
  readBeside(at, 'search.yml', searchFileSchema)

/** Reads `questions.yml` from the repository's root or the content folder. */
export const readQuestionsFile = (at: SearchFilesAt): DataFile<QuestionsFile> =>
  readBeside(at, 'questions.yml', questionsFileSchema)

/** Where the files of search may be, the first before the second. */
export function searchFilePaths(contentRoot: RepoPath, names = ['search.yml', 'questions.yml']): readonly RepoPath[] {
  const folders = contentRoot === '' ? [''] : [`${contentRoot}/`, '']
  return names.flatMap((name) => folders.map((folder) => `${folder}${name}` as RepoPath))
}

/** The first that is there; links are not followed. What is wrong in it is a finding, and then it says nothing. */
function readBeside<T>(
  { root, contentRoot, searchFiles }: SearchFilesAt,
  name: string,
  schema: z.ZodType<T>,
): DataFile<T> {
  for (const path of searchFilePaths(contentRoot, [name])) {
    if (searchFiles !== null) {
      const text = searchFiles.get(path)
      if (text === undefined) continue
      const { data, faults, lineOf } = parseData(text, schema)
      return data === null ? broken(path, faults) : { path, data, findings: [], lineOf }
    }
    const stats = lstatSync(join(root, path), { throwIfNoEntry: false })
    if (stats === undefined) continue
    if (!stats.isFile()) return broken(path, [{ message: 'is not a plain file', line: 1, column: 1 }])
    const { data, faults, lineOf } = parseData(decodeText(readFileSync(join(root, path))).text, schema)
    return data === null ? broken(path, faults) : { path, data, findings: [], lineOf }
  }
  return { path: null, data: null, findings: [], lineOf: () => 1 }
}

function broken<T>(
  path: RepoPath,
  faults: readonly { readonly message: string; readonly line: number; readonly column: number }[],
): DataFile<T> {
  return {
    path,
    data: null,
    findings: faults.map(({ message, line, column }) =>
      finding('search/file', 'error', `The file is not read: ${message}.`, { path, line, column }),
    ),
    lineOf: () => 1,
  }
}
