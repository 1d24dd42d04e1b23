import type { CommitId, Instant } from '../model/ids.ts'
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

export type { Instant, Signature }

/** Names of encodings that git knows and `TextDecoder` does not. */
const ENCODINGS: Readonly<Record<string, string>> = { 'latin-1': 'latin1', latin9: 'iso-8859-15', cp932: 'shift_jis' }

/**
 * Reads a commit object as it is stored (without git's `commit SIZE` header). Never throws.
 *
 * Text is decoded as the `encoding` header says, else as UTF-8; what does not fit becomes U+FFFD.
 */
export function parseCommit(id: CommitId, bytes: Uint8Array): RawCommit {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const headEnd = endOfHead(buffer)
  // One character a byte: header names are ASCII, and values are decoded once the encoding is known.
  const lines = buffer.toString('latin1', 0, headEnd).split('\n')
  const value = (name: string) => lines.find((line) => line.startsWith(`${name} `))?.slice(name.length + 1) ?? ''
  const decoder = decoderFor(value('encoding'))
  const decode = (text: string) => decoder.decode(Buffer.from(text, 'latin1'))
  const parents = lines.filter((line) => line.startsWith('parent ')).map((line) => line.slice(7))
  return {
    id,
    tree: isId(value('tree')) ? value('tree') : '',
    parents: parents.filter(isId) as CommitId[],
    author: parseSignature(decode(value('author'))),
    committer: parseSignature(decode(value('committer'))),
    message: decoder.decode(buffer.subarray(Math.min(headEnd + 2, buffer.length))),
  }
}

/** Where the blank line is that separates headers and message. */
function endOfHead(buffer: Buffer): number {
  const end = buffer.indexOf('\n\n')
  return end < 0 ? buffer.length : end
}

function decoderFor(label: string): TextDecoder {
  const name = label.trim().toLowerCase()
  try {
    return new TextDecoder(ENCODINGS[name] ?? (name || 'utf-8'), { ignoreBOM: true })
  } catch {
    return new TextDecoder('utf-8', { ignoreBOM: true })
  }
}

function isId(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text)
}
