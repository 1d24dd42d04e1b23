import { oneLine } from './one-line.ts'

/** What begins or ends something in Markdown; `_` inside a word does not, nor does `#` behind a letter. */
const SIGNS = /[\\`*[\]<>~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w{1,40};)|(?<=^|\s)#/gu

/** Text as Markdown that reads as that text, for headings, links and lines of lists; in one line. */
export function markdownText(text: string): string {
  return oneLine(text).replace(SIGNS, '\\$&')
}
