import { Buffer } from 'node:buffer'
import { readFrontMatter } from '../markdown/front-matter.ts'
import { ownVisibility } from '../markdown/visibility.ts'
import type { Reasoning } from '../model/history.ts'
import type { RepoPath } from '../model/ids.ts'
import { decodeText } from '../text/decode.ts'
import { safeText } from './message.ts'
import { reasonIn } from './reasoning.ts'

/** The reason that a file `reasons/COMMIT.md` gives; undefined when it is a draft, internal, or says nothing. */
export function laterReason(bytes: Uint8Array, path: RepoPath): Reasoning | undefined {
  const read = readFrontMatter(decodeText(Buffer.from(bytes)).text, path)
  if (ownVisibility(path, read) !== 'public') return undefined
  const { reasoning } = reasonIn(safeText(read.body).trim(), { title: '', maybeSquash: false, isAsked: true })
  return reasoning === undefined ? undefined : { ...reasoning, source: 'later', file: path }
}
