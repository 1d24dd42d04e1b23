/** A tag as people write it; anything else that begins with `<` is left to the parser. */
const PLAIN_TAG = /<(\/?)([a-z][a-z0-9-]*)(?:\s[^<>]*|\/)?>/gi
const NO_END_TAG = new Set('br hr img input wbr col source track embed link meta'.split(' '))
/** Elements whose end tag may be missing where one of the others ends. */
const OPTIONAL_END = new Set('p li dt dd td th tr tbody thead'.split(' '))
const CLOSES_OTHERS = new Set(
  'ul ol dl div blockquote details section figure table tbody thead tr td th li dd'.split(' '),
)

/** Blocks from `start` up to but without `end` that have to be read as HTML together. */
export interface RawGroup {
  readonly start: number
  readonly end: number
}

/**
 * Which blocks of a page belong together, because a tag opened in one is closed in another; blocks between groups
 * need not be read again at all.
 *
 * @param rawOfBlocks - raw HTML inside each top-level block, in order
 * @returns null where tags cross each other or are written so that only a browser can tell: then all is one group
 */
export function groupRaw(rawOfBlocks: readonly (readonly string[])[]): RawGroup[] | null {
  const groups: RawGroup[] = []
  const open: string[] = []
  let start = -1
  for (const [index, raw] of rawOfBlocks.entries()) {
    if (start === -1 && raw.length > 0) start = index
    if (!raw.every((html) => follow(html, open))) return null
    if (start !== -1 && open.length === 0) {
      groups.push({ start, end: index + 1 })
      start = -1
    }
  }
  if (start !== -1) groups.push({ start, end: rawOfBlocks.length })
  return groups
}

/** Follows the tags of some HTML; false where they do not pair. */
function follow(html: string, open: string[]): boolean {
  let signs = 0
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) signs += 1
  for (const [, slash, name = ''] of html.matchAll(PLAIN_TAG)) {
    signs -= 1
    const tag = name.toLowerCase()
    if (NO_END_TAG.has(tag)) continue
    if (slash !== '/') {
      open.push(tag)
      continue
    }
    while (open.at(-1) !== tag && OPTIONAL_END.has(open.at(-1) ?? '') && CLOSES_OTHERS.has(tag)) open.pop()
    if (open.pop() !== tag) return false
  }
  return signs === 0
}
