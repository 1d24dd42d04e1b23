import type { Element, ElementContent } from 'hast'
import { textOf } from '../text-of.ts'
import { writeHtml } from '../write.ts'
import { childrenOf, groupOf, isBlock, type Parent } from './kinds.ts'

/** What a container holds: a block, or a run of text and elements in a line beside blocks. */
export interface Item {
  readonly nodes: readonly ElementContent[]
  readonly block: Element | null
  readonly group: string
  /** Equal for what is equal in every way. */
  readonly key: string
  /** Where likeness is asked for: how often each word occurs. */
  readonly words: () => Words
}

export interface Words {
  readonly counts: ReadonlyMap<string, number>
  readonly total: number
  /** Beginning of the text, or the first cell of a row. */
  readonly start: string
}

/** The items of a container, in order. */
export function itemsOf(parent: Parent): Item[] {
  const items: Item[] = []
  let run: ElementContent[] = []
  const endRun = (): void => {
    if (run.length > 0) items.push(item(run, null))
    run = []
  }
  for (const child of childrenOf(parent)) {
    if (!isBlock(child)) run.push(child)
    else {
      endRun()
      items.push(item([child], child))
    }
  }
  endRun()
  return items
}

function item(nodes: readonly ElementContent[], block: Element | null): Item {
  let words: Words | undefined
  return {
    nodes,
    block,
    group: block === null ? 'run' : groupOf(block),
    key: nodes.map((node) => writeHtml(node)).join(''),
    words: () => {
      words ??= wordsOf(nodes, block)
      return words
    },
  }
}

function wordsOf(nodes: readonly ElementContent[], block: Element | null): Words {
  const text = nodes.map(spacedText).join(' ')
  const counts = new Map<string, number>()
  const all = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  for (const word of all) counts.set(word, (counts.get(word) ?? 0) + 1)
  const first = block?.tagName === 'tr' ? block.children.find(isBlock) : undefined
  const start = (first === undefined ? text : textOf(first)).trim()
  return { counts, total: all.length, start }
}

/** Text with a space between blocks: cells and items are words of their own. */
function spacedText(node: ElementContent): string {
  if (node.type === 'text') return node.value
  if (node.type !== 'element') return ''
  const inner = node.children.map(spacedText).join('')
  return isBlock(node) ? `${inner} ` : inner
}
