import { visible } from '../../text/visible.ts'

/** Characters of a value that are shown. */
const longest = 120
/** `key: value` at the start of a line; what is indented below belongs to it. */
const KEY = /^["']?([\p{L}_][\p{L}\p{N}_.-]*)["']?[ \t]*[:=](?:[ \t]+|$)/u

/**
 * What changed in the front matter, a sentence a key: `Owner changed from “people” to “legal”`. Keys are told apart as
 * they are written and nothing is evaluated.
 *
 * @param before - text between the fences, `` without any
 */
export function factsOf(before: string, after: string): readonly string[] {
  const [a, b] = [entriesOf(before), entriesOf(after)]
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((key) => {
    const [from, to] = [a.get(key), b.get(key)]
    if (from === to) return []
    const name = visible(key.charAt(0).toUpperCase() + key.slice(1).replaceAll('_', ' '))
    if (from === undefined) return [`${name} added: “${to}”`]
    return [to === undefined ? `${name} removed, it was “${from}”` : `${name} changed from “${from}” to “${to}”`]
  })
}

function entriesOf(source: string): Map<string, string> {
  const entries = new Map<string, string[]>()
  let now: string[] | null = null
  for (const line of source.split(/\r\n|\n|\r/)) {
    if (/^\s*(?:#|$)/.test(line)) continue
    const key = KEY.exec(line)
    if (key !== null) {
      now = [line.slice(key[0].length)]
      entries.set((key[1] ?? '').toLowerCase(), now)
    } else now?.push(line)
  }
  return new Map([...entries].map(([key, lines]) => [key, said(lines)]))
}

function said(lines: readonly string[]): string {
  const items = lines.map((line) => line.trim().replace(/^- +/, '').replace(/,$/, '')).filter((line) => line !== '')
  const isBlock = /^[|>][+-]?$/.test(items[0] ?? '')
  const joined = (isBlock ? items.slice(1) : items).join(isBlock ? ' ' : ', ')
  const bare = joined.replace(/^(["'])(.*)\1$/, '$2').replace(/^[{[] *(.*?) *[}\]]$/, '$1')
  return visible(bare.length > longest ? `${bare.slice(0, longest).toWellFormed()}…` : bare)
}
