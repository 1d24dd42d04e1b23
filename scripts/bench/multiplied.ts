import type { SearchDocument } from '../../src/handbook/search-documents.ts'
import type { Route } from '../../src/model/ids.ts'

/**
 * A handbook so many times as large: each copy has its own addresses, and one of 25 kinds of words is another one
 * there, so that it is not the same text over again.
 */
export function* multiplied(pages: Iterable<SearchDocument>, times: number): Iterable<SearchDocument> {
  for (const page of pages) {
    const { html } = page
    yield page
    for (let copy = 1; copy < times; copy += 1) {
      const change = (text: string): string =>
        text.replaceAll(/(?<![<&/\w"=-])[a-z]{4,}(?![\w"=>])/g, (word) => other(word, copy))
      yield { ...page, html: change(html), title: change(page.title), route: `/copy-${copy}${page.route}` as Route }
    }
  }
}

function other(word: string, copy: number): string {
  let hash = copy
  for (const letter of word) hash = (hash * 31 + letter.charCodeAt(0)) % 1009
  return hash % 25 === 0 ? `${word.slice(0, 2)}${String.fromCharCode(97 + copy)}${word.slice(2)}` : word
}
