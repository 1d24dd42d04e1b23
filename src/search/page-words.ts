/** What a page adds to what the index knows of words. */
export interface PageWords {
  /** Words of the page in their order, folded; what is no word of letters (code, numbers) is left out. */
  readonly words: readonly string[]
  /** Those of its title: a page is misspelt by its name most of all. */
  readonly title: readonly string[]
  /** `PTO`, `paid time off`: where the page explains one by the other in brackets. */
  readonly acronyms: readonly (readonly [short: string, long: string])[]
}

const longestWord = 24

/** Reads the words of a page from its HTML; code blocks are left out. */
export function pageWords(title: string, html: string): PageWords {
  const text = plain(html)
  return { words: wordsIn(`${title} . ${text}`), title: wordsIn(title), acronyms: acronymsIn(text) }
}

function plain(html: string): string {
  return html
    .replaceAll(/<pre\b.*?<\/pre>/gs, ' ')
    .replaceAll(/<\/?(?:a|abbr|b|code|em|i|mark|span|strong|sup)\b[^>]*>/g, '')
    .replaceAll(/<[^>]*>/g, ' . ')
    .replaceAll(/&#x27;|&#39;|&rsquo;|’/g, "'")
    .replaceAll(/&[#\w]+;/g, ' ')
}

function wordsIn(text: string): readonly string[] {
  const folded = text
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
  return (folded.match(/[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}']+/gu) ?? [])
    .map((word) => word.replaceAll(/^'+|'s$|'+$/g, ''))
    .filter((word) => word !== '' && word.length <= longestWord)
}

/** Looks for brackets first: looking back from every word took seconds on a large handbook. */
function acronymsIn(text: string): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = []
  for (let at = text.indexOf('('); at !== -1; at = text.indexOf('(', at + 1)) {
    const end = text.indexOf(')', at)
    if (end === -1 || end - at > 80) continue
    const inside = text.slice(at + 1, end).trim()
    const before = text.slice(Math.max(0, at - 120), at)
    const isShort = /^[A-Z][A-Za-z&]{1,5}$/.test(inside) && inside.slice(1) !== inside.slice(1).toLowerCase()
    if (isShort) {
      const long = longFormBefore(inside, before)
      if (long !== null) found.push([inside, long])
      continue
    }
    const short = /(?:^|\s)([A-Z][A-Z&]{1,5})\s*$/.exec(before)?.[1]
    if (short !== undefined && initialsOf(inside) === short.replaceAll('&', '').toLowerCase()) {
      found.push([short, inside.toLowerCase()])
    }
  }
  return found
}

const small = new Set(['of', 'the', 'and', 'for', 'in', 'to', 'on', 'a', 'an', 'at', 'by', 'with'])

const wordsOf = (text: string): readonly string[] => text.match(/\p{L}+/gu) ?? []
const initialsOf = (text: string): string =>
  wordsOf(text)
    .filter((word) => !small.has(word.toLowerCase()))
    .map((word) => word[0]?.toLowerCase())
    .join('')

function longFormBefore(short: string, before: string): string | null {
  const letters = short.replaceAll('&', '').replace(/s$/, '').toLowerCase()
  const words = wordsOf(before.split(/[.;:!?]/).at(-1) ?? '')
  for (let count = letters.length; count <= Math.min(words.length, letters.length + 3); count += 1) {
    const long = words.slice(words.length - count)
    const [first = ''] = long
    if (small.has(first.toLowerCase())) continue
    const all = long.map((word) => word[0]?.toLowerCase()).join('')
    if (all === letters || initialsOf(long.join(' ')) === letters) return long.join(' ').toLowerCase()
  }
  return null
}
