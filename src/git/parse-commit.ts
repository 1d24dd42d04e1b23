import type { CommitId } from '../model/ids.ts'
import { parseSignature, type Signature } from './signature.ts'

/** A commit object, decoded. Missing parts are empty: what is in a repository may be anything. */
export interface RawCommit {
  readonly id: CommitId
  readonly tree: string
  readonly parents: readonly CommitId[]
  readonly author: Signature
  readonly committer: Signature
  readonly message: string
}

/** Names of encodings that git knows and `TextDecoder` does not. */
const ENCODINGS: Readonly<Record<string, string>> = { 'latin-1': 'latin1', latin9: 'iso-8859-15', cp932: 'shift_jis' }

/**
 * Reads a commit object as it is stored (without git's `commit SIZE` header). Never throws.
 *
 * Text is decoded as the `encoding` header says, else as UTF-8; what does not fit becomes U+FFFD.
 */
export function parseCommit(id: CommitId, bytes: Uint8Array): RawCommit {
  const text = decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  const end = text.indexOf('\n\n')
  const lines = (end < 0 ? text : text.slice(0, end)).split('\n')
  const value = (name: string) => lines.find((line) => line.startsWith(`${name} `))?.slice(name.length + 1) ?? ''
  const parents = lines.filter((line) => line.startsWith('parent ')).map((line) => line.slice(7))
  return {
    id,
    tree: isId(value('tree')) ? value('tree') : '',
    parents: parents.filter(isId) as CommitId[],
    author: parseSignature(value('author')),
    committer: parseSignature(value('committer')),
    message: end < 0 ? '' : text.slice(end + 2),
  }
}

/** Decodes the whole object at once: in every encoding but UTF-16 the header names stay ASCII. */
function decode(buffer: Buffer): string {
  const end = buffer.indexOf('\n\n')
  const head = buffer.toString('latin1', 0, end < 0 ? buffer.length : end)
  const label =
    head
      .match(/\nencoding ([^\n]+)/)?.[1]
      ?.trim()
      .toLowerCase() ?? 'utf-8'
  if (/^utf-?(?:8|16)/.test(label)) return buffer.toString('utf8')
  try {
    return new TextDecoder(ENCODINGS[label] ?? label).decode(buffer)
  } catch {
    return buffer.toString('utf8')
  }
}

function isId(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text)
}
