/** What may stand before the sign of an e-mail address; quotes, brackets and `=` end it, whatever RFC 5322 allows. */
const LOCAL = /[\p{L}\p{N}\p{M}\p{Cs}._+'~-]/u
const DOMAIN = /[\p{L}\p{N}\p{M}\p{Cs}._-]/u
const SIGN = /[@＠﹫]|%40/g
/** The end of a domain. Latin ends where another script begins, since Chinese and Japanese put no space there. */
const TOP_LEVEL = /^(?:xn--[a-z0-9-]+|[a-z]{2,}|[\p{L}\p{M}\p{Cs}]{2,})/iu
const NUMERIC = /\[(?:IPv6:)?[0-9a-f.:]{3,45}\]/iy
/** No password in an address of a server. */
const CREDENTIALS = /(?<=\w:\/\/)[^\s/@]+@/g

/** What stands in place of an address: of `ana@example.org` the part `ana` and the whole are given. */
export type Instead = (local: string, address: string) => string

const SAID: Instead = () => '(e-mail address)'

/**
 * Text without e-mail addresses and without credentials in web addresses: what is published is public. The one place
 * that decides what an address is; letters of any script count, `git@host` is nobody's.
 *
 * Takes time in proportion to the text, whatever is in it.
 */
export function withoutAddresses(text: string, instead: Instead = SAID): string {
  if (!maybe(text)) return text
  const bare = text.replace(CREDENTIALS, '')
  let result = ''
  let at = 0
  for (const { start, sign, end } of addresses(bare)) {
    result += bare.slice(at, start) + instead(bare.slice(start, sign), bare.slice(start, end))
    at = end
  }
  return result + bare.slice(at)
}

/** The e-mail addresses of a text, in their order. */
export function addressesIn(text: string): readonly string[] {
  return maybe(text) ? [...addresses(text)].map(({ start, end }) => text.slice(start, end)) : []
}

const maybe = (text: string): boolean => text.search(SIGN) >= 0

function* addresses(text: string): Iterable<{ readonly start: number; readonly sign: number; readonly end: number }> {
  let done = 0
  for (const { index: sign, 0: mark } of text.matchAll(SIGN)) {
    if (sign < done) continue
    const start = localStart(text, sign, done)
    const end = domainEnd(text, sign + mark.length)
    if (start === sign || end === null || text.slice(start, sign).toLowerCase() === 'git') continue
    yield { start, sign, end }
    done = end
  }
}

/** A sign ends both scans, so that no character is looked at more than a few times. */
function localStart(text: string, sign: number, from: number): number {
  if (text[sign - 1] === '"') {
    const quote = text.lastIndexOf('"', sign - 2)
    const inside = quote < from ? '\n' : text.slice(quote, sign)
    if (!/[\n@]/.test(inside)) return quote
  }
  let start = sign
  while (start > from && LOCAL.test(text[start - 1] ?? '')) start -= 1
  const whole = start
  while (start < sign && /['._~-]/.test(text[start] ?? '')) start += 1
  return start === sign ? whole : start
}

function domainEnd(text: string, from: number): number | null {
  NUMERIC.lastIndex = from
  if (NUMERIC.test(text)) return NUMERIC.lastIndex
  let stop = from
  while (stop < text.length && DOMAIN.test(text[stop] ?? '')) stop += 1
  let end: number | null = null
  let at = from
  for (const [index, label] of text.slice(from, stop).split('.').entries()) {
    if (label === '') break
    const top = index === 0 ? null : TOP_LEVEL.exec(label)
    if (top !== null) end = at + top[0].length
    at += label.length + 1
  }
  return end
}
