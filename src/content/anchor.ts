import type { Page } from '../model/page.ts'

const known = new WeakMap<ReadonlySet<string>, ReadonlyMap<string, string>>()

/**
 * The anchor of a page that a link means: the one it names, else the one that differs in case, else the only one
 * that differs in nothing but punctuation (other generators write `a-b` where GitHub writes `a--b`).
 *
 * @param hash - decoded, without `#`
 * @returns null when the page has no such anchor
 */
export function anchorOn({ outline }: Page, hash: string): string | null {
  const { anchors } = outline
  if (anchors.has(hash)) return hash
  // The top of a page is always there; a text fragment (`:~:text=`) is for the browser.
  if (hash.toLowerCase() === 'top' || hash.startsWith(':~:')) return hash
  const name = hash.replace(/^user-content-/, '')
  const forms = known.get(anchors) ?? formsOf(anchors)
  known.set(anchors, forms)
  return forms.get(name.toLowerCase()) ?? forms.get(loose(name)) ?? null
}

function formsOf(anchors: ReadonlySet<string>): ReadonlyMap<string, string> {
  const forms = new Map<string, string>()
  for (const anchor of anchors) if (!forms.has(anchor.toLowerCase())) forms.set(anchor.toLowerCase(), anchor)
  const byLoose = Map.groupBy(anchors, loose)
  for (const [form, [only, second]] of byLoose) {
    if (only !== undefined && second === undefined && form !== '/' && !forms.has(form)) forms.set(form, only)
  }
  return forms
}

/** Letters and digits alone; the slash keeps these forms apart from anchors as written. */
const loose = (anchor: string): string =>
  `/${anchor
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '')}`
