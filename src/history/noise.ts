import { withoutEnd } from '../text/edges.ts'
import { isMergeLine } from './merge-line.ts'
import { isWhy } from './why-words.ts'

/** Words that, alone, say only that something was edited. */
const STOCK = new Set(
  `a add added adding address addressed addresses again all an and another apply applied automatic automated better
  branch broken bug bugfix bump change changed changes changing cleaned cleaning cleanup clean code comment comments
  commit conflict conflicts content copy correct corrected correction corrections cosmetic doc docs document
  documentation draft edit edited editing edits error errors feedback few file files final first fix fixed fixes fixing fixup
  for format formatting formatter from further grammar handbook improve improved improvement improvements improving in
  initial into is it latest link links lint linter linting little main markdown master merge merged minor misc more move
  my new of on other our page pages per pr prettier pull punctuation quick readme reformat remove removed request
  resolve resolved resolving revert review reviewer rewording small some spelling squash stuff suggested suggestion
  suggestions syntax test testing text that the these things this tiny to tweak tweaked tweaks typo typos up update
  updated updates updating various version via whitespace wip with wording work`.split(/\s+/),
)

const WEB_VERB = '(?:update|create|delete|rename|add|remove|edit|move|upload)(?:[sd]|ed|ing)?'
const WEB_EDIT = new RegExp(`^${WEB_VERB}(?: and ${WEB_VERB})* (.+)$`, 'i')
const FILE = /^[`"'“]?(?:\S+ ){0,4}[^\s/]*(?:\/\S*)?\.[a-z][a-z0-9]{0,4}[`"'”]?$|^[`"'“]?[\w.-]*\/[\w./-]*[`"'”]?$/i
const CMS_EDIT = /^(?:update|create|delete) .{1,80} “[^”]+”$/i

/** True when every word of a line is one that says nothing of the change: `fix typos`, `minor edits`. */
export function isStock(line: string): boolean {
  const words = line.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words.every((word) => STOCK.has(word) || /^\d+$/.test(word))
}

/** True for a line that only names files, as a forge's or CMS's editor writes it: `Update index.md`, `Rename a to b`. */
export function isFileNames(line: string): boolean {
  const text = withoutEnd(line, /[.\s]/)
  if (text.length > 300 || text.includes('://') || isWhy(text)) return false
  if (/^add(?:ed)? files via upload$/i.test(text) || CMS_EDIT.test(text)) return true
  const names = WEB_EDIT.exec(text)?.[1] ?? text
  return names.split(/ (?:to|and|from|→|->|=>) |, /).every((name) => FILE.test(name.trim()))
}

/**
 * True when a title says what changed: two words of two letters, not of stock words, not a path, not a merge line,
 * not the name of a branch that a forge made up (`ana-patch-1`).
 */
export function saysSomething(title: string): boolean {
  if (isMergeLine(title) || isFileNames(title) || isStock(title)) return false
  if (/^[\w.-]+-patch-\d+$/.test(title)) return false
  const words = title.match(/\p{L}{2,}/gu) ?? []
  return words.length >= 2 || /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]{2}/u.test(title)
}

/** True for an author that is a program. */
export function isBot(name: string): boolean {
  return /\[bot\]$|[-_ ]bot$|^(?:dependabot|renovate|greenkeeper|github[- ]actions?|pre-commit[- ]ci|imgbot|mergify|allcontributors|web-?flow)\b/i.test(
    name.trim(),
  )
}
