import type { Element, ElementContent } from 'hast'
import { writeHtml } from '../write.ts'
import { isBlock } from './kinds.ts'

/** A word, a space, a sign, or something without words that stands in a line, with the elements it stands in. */
export interface Token {
  readonly node: ElementContent
  /** Outermost first. */
  readonly chain: readonly Element[]
  /** Equal for what reads the same in the same elements, wherever links lead. */
  readonly key: string
  readonly kind: 'word' | 'space' | 'sign' | 'atom'
}

const unspaced = '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}'
/** Words with their accents, signs of scripts that put no space between words, spaces, and every other sign. */
const PARTS = new RegExp(`[${unspaced}]|(?:(?![${unspaced}])[\\p{L}\\p{M}\\p{N}])+|\\s+|[^]`, 'gu')
/** The same for texts without such scripts, in a third of the time. */
const SPACED_PARTS = /[\p{L}\p{M}\p{N}]+|\s+|[\s\S]/gu
const UNSPACED = new RegExp(`[${unspaced}]`, 'u')
const WORD = /[\p{L}\p{N}]/u

/** What a run of text and elements in a line consists of, in order. */
export function tokensOf(run: readonly ElementContent[]): Token[] {
  const tokens: Token[] = []
  const visit = (nodes: readonly ElementContent[], chain: readonly Element[], place: string): void => {
    for (const node of nodes) {
      if (node.type === 'text') {
        for (const value of partsOf(node.value)) {
          const kind = WORD.test(value) ? 'word' : value.trim() === '' ? 'space' : 'sign'
          tokens.push({ node: { type: 'text', value }, chain, key: `${value}\n${place}`, kind })
        }
      } else if (node.type === 'element') {
        if (isAtom(node)) tokens.push({ node, chain, key: `\n${place}${writeHtml(node)}`, kind: 'atom' })
        else visit(node.children, [...chain, node], `${place}<${signatureOf(node)}`)
      }
    }
  }
  visit(run, [], '')
  return tokens
}

const isAtom = ({ children }: Element): boolean => children.length === 0 || children.some(isBlock)

/** An element without where it leads, its name in a page and its hint. */
function signatureOf({ tagName, properties }: Element): string {
  if (tagName === 'a') return 'a'
  const { id: _, title: __, ...others } = properties
  return Object.keys(others).length === 0 ? tagName : `${tagName} ${JSON.stringify(others)}`
}

function partsOf(value: string): readonly string[] {
  return value.match(UNSPACED.test(value) ? PARTS : SPACED_PARTS) ?? []
}

/** Number of words of a text, as differences count them. */
export function wordsIn(value: string): number {
  if (UNSPACED.test(value)) return partsOf(value).filter((part) => WORD.test(part)).length
  return value.match(/[\p{L}\p{M}\p{N}]+/gu)?.length ?? 0
}
