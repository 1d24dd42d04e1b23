import type { Element, ElementContent, Root, RootContent } from 'hast'
import { highlight } from '#markdown/highlight'
import { calloutIcon } from './callout.ts'
import { textOf } from './text-of.ts'

/** Blocks of Unicode with the letters of scripts that run from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/
const TEXT_BLOCKS = new Set('p li dt dd th td summary figcaption h1 h2 h3 h4 h5 h6'.split(' '))
const LABEL = 80
/** Characters of code that are coloured on a page; grammars need milliseconds for a hundred of the worst. */
const MOST_COLOURED = 60_000

/** What a page is given beside its content. */
export interface Decoration {
  /** Number of a section by its heading's id. */
  readonly numbers: ReadonlyMap<string, string>
  /** False when no text of the page can run from right to left. */
  readonly mayRunLeft: boolean
}

/** True when a text has letters that run from right to left. */
export function runsLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text)
}

/**
 * Adds to a sanitised tree what is ours: section numbers, icons of call-outs, colours of code, frames around tables
 * that can be scrolled, the names of check boxes, the direction of text. Nothing here comes from content but text
 * that is already in the tree. Changes the tree.
 */
export function decorate(root: Root, decoration: Decoration): void {
  let tables = 0
  let coloured = 0

  const visit = (parent: Root | Element, inTable: boolean): void => {
    for (const [index, child] of parent.children.entries()) {
      if (child.type !== 'element') continue
      if (decoration.mayRunLeft && TEXT_BLOCKS.has(child.tagName) && runsLeft(textOf(child)))
        child.properties['dir'] ??= 'auto'
      if (child.tagName === 'pre') {
        child.properties['tabIndex'] = 0
        coloured += colour(child, MOST_COLOURED - coloured)
        continue
      }
      visit(child, inTable || child.tagName === 'table')
      if (child.tagName === 'table' && !inTable) {
        tables += 1
        parent.children[index] = framed(child, tables)
      } else if (child.tagName === 'h2') number(child, decoration.numbers)
      else if (child.tagName === 'input')
        child.properties['ariaLabel'] = child.properties['checked'] === true ? 'Done' : 'To do'
      else if (child.tagName === 'div') {
        const icon = calloutIcon(child)
        if (icon !== null) child.children.unshift({ type: 'raw', value: icon } as ElementContent)
      }
    }
  }
  visit(root, false)
}

function number(heading: Element, numbers: ReadonlyMap<string, string>): void {
  const id = heading.properties['id']
  const value = typeof id === 'string' ? numbers.get(id) : undefined
  if (value === undefined) return
  heading.children.unshift({
    type: 'element',
    tagName: 'a',
    properties: { className: ['sec'], href: `#${encodeURIComponent(String(id))}`, ariaLabel: `Section ${value}` },
    children: [{ type: 'text', value }],
  })
}

function framed(table: Element, count: number): Element & RootContent {
  return {
    type: 'element',
    tagName: 'div',
    properties: { className: ['scroll'], tabIndex: 0, role: 'region', ariaLabel: tableLabel(table, count) },
    children: [table],
  }
}

/** Name of a table for those who hear it; with a number, so that no two have the same. */
function tableLabel(table: Element, count: number): string {
  const caption = table.children.find((child) => child.type === 'element' && child.tagName === 'caption')
  const words = caption === undefined ? headWords(table) : textOf(caption)
  const label = words.replace(/\s+/g, ' ').trim()
  const short = label.length > LABEL ? `${label.slice(0, LABEL).toWellFormed()}…` : label
  return short === '' ? `Table ${count}` : `Table ${count}: ${short}`
}

function headWords(table: Element): string {
  const cells: string[] = []
  const visit = (element: Element): boolean => {
    for (const child of element.children) {
      if (child.type !== 'element') continue
      if (child.tagName === 'th') cells.push(textOf(child).trim())
      else if (visit(child)) return true
    }
    return element.tagName === 'tr'
  }
  visit(table)
  return cells.filter((cell) => cell !== '').join(', ')
}

/** Colours code of at most so many characters; returns how many it has coloured. */
function colour(pre: Element, most: number): number {
  const [code, ...rest] = pre.children
  if (code?.type !== 'element' || code.tagName !== 'code' || rest.some((child) => child.type === 'element')) return 0
  const names = code.properties['className']
  const language = Array.isArray(names) ? String(names[0] ?? '').slice('language-'.length) : ''
  if (language === '' || language === 'mermaid') return 0
  const text = textOf(code)
  const html = text.length > most ? null : highlight(text, language)
  if (html === null) return 0
  code.children = [{ type: 'raw', value: html } as ElementContent]
  return text.length
}
