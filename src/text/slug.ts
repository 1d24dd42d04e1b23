/** Nothing in it is left out. */
const PLAIN = /^[\w -]*$/
/** What GitHub leaves out of a heading's anchor: all but letters, marks, digits, connectors, hyphens and spaces. */
const LEFT_OUT = /[^\p{Alphabetic}\p{M}\p{Nd}\p{Nl}\p{Pc}\- ]/gu

/**
 * Anchor of a heading by GitHub's rule, not made unique: `Who's in?` gives `whos-in`.
 *
 * Source of the rule: html-pipeline's table-of-contents filter. Spaces are replaced one by one, never collapsed.
 */
export function slug(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase().replaceAll(' ', '-')
  return text.toLowerCase().replace(LEFT_OUT, '').replaceAll(' ', '-')
}

/**
 * Anchors of one page: the second `Scope` becomes `scope-1`; no two calls give the same anchor.
 *
 * @returns a function to be called once for each heading, in the order of the page
 */
export function slugger(): (text: string) => string {
  const seen = new Map<string, number>()
  return (text) => {
    const base = slug(text)
    let unique = base
    let count = seen.get(base) ?? 0
    while (seen.has(unique)) {
      count += 1
      unique = `${base}-${count}`
    }
    seen.set(base, count)
    seen.set(unique, seen.get(unique) ?? 0)
    return unique
  }
}
