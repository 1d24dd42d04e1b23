import { visible } from '../text/visible.ts'
import { withoutAddresses } from '../text/without-addresses.ts'

/** A commit message in its two parts, safe to show: no control characters, no e-mail addresses, no credentials. */
export interface Message {
  /** First line, at most 1,000 characters; a title that the forge cut in two is whole again. */
  readonly subject: string
  readonly body: string
}

/** A message, a body or a line longer than this is cut: nobody reads on, and rules take time for each line. */
const MOST = 64 * 1024
const LONGEST_SUBJECT = 1000

/** Splits a message and makes it safe to show. */
export function readMessage(message: string): Message {
  const text = safeText(message).replace(/^\s+/, '')
  const end = text.indexOf('\n')
  const subject = (end < 0 ? text : text.slice(0, end)).replace(/\s+/g, ' ').trim()
  const body = end < 0 ? '' : text.slice(end + 1).trim()
  const rest = restOfSubject(subject, body)
  if (rest === undefined) return { subject: cut(subject), body }
  return { subject: cut(rest.subject), body: rest.body }
}

/** GitHub cuts a long title and begins the body with its rest: `... about the …` and `…new office`. */
function restOfSubject(subject: string, body: string): Message | undefined {
  const [, head, reference = ''] = /^(.*?)\s?(?:…|\.\.\.)( \([^()]*[#!]\d+\))?$/.exec(subject) ?? []
  const start = /^(?:…|\.\.\.)/.exec(body)?.[0]
  if (head === undefined || start === undefined) return undefined
  const end = body.indexOf('\n')
  const tail = body.slice(start.length, end < 0 ? undefined : end).trim()
  // The cut falls inside a word or between two; the forge leaves a space before its sign in the second case.
  const space = /\s(?:…|\.\.\.)/.test(subject) ? ' ' : ''
  return { subject: `${head}${space}${tail}${reference}`, body: end < 0 ? '' : body.slice(end + 1).trim() }
}

/** Cuts a line that is longer than anybody reads. */
export function cut(text: string, most = LONGEST_SUBJECT): string {
  return text.length > most
    ? `${text
        .slice(0, most - 1)
        .toWellFormed()
        .trimEnd()}…`
    : text
}

/** Text of any origin, safe to show. */
export function safeText(text: string): string {
  return withoutAddresses(visible(text.slice(0, MOST), { lines: true }))
}
