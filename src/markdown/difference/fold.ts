import type { Element, ElementContent } from 'hast'
import { textOf } from '../text-of.ts'
import { isBlock } from './kinds.ts'
import { text } from './marks.ts'
import { wordsIn } from './tokens.ts'

/** Words that stay the same beyond this are folded (LOOK.md 5). */
const mostSame = 40
/** Words of a line kept beside a change. */
const beside = 12
/** Lines of code kept beside a change. */
const linesBeside = 3

type Changed = ReadonlySet<ElementContent>

/** Blocks with long stretches of unchanged ones folded; the heading before a change stays. */
export function folded(children: readonly ElementContent[], changed: Changed): ElementContent[] {
  if (!children.some((child) => changed.has(child))) return [...children]
  const out: ElementContent[] = []
  let same: ElementContent[] = []
  const end = (isLast: boolean): void => {
    out.push(...foldedRun(same, isLast))
    same = []
  }
  for (const child of children) {
    if (changed.has(child) || isHead(child) || !isBlock(child)) {
      end(!changed.has(child))
      out.push(child)
    } else same.push(child)
  }
  end(true)
  return out
}

const isHead = (node: ElementContent): boolean =>
  node.type === 'element' && /^(?:thead|caption|summary|td|th)$/.test(node.tagName)

function foldedRun(same: readonly ElementContent[], isLast: boolean): ElementContent[] {
  const [first] = same
  if (first === undefined) return []
  const words = same.reduce((sum, node) => sum + wordsIn(textOf(node)), 0)
  if (words <= mostSame) return [...same]
  const heading = isLast ? -1 : same.findLastIndex((node) => node.type === 'element' && /^h\d$/.test(node.tagName))
  const kept = heading === -1 ? [] : [same[heading] as ElementContent]
  const isAfter = heading !== -1 && heading < same.length - 1
  return [...(heading === 0 ? [] : [cut(first)]), ...kept, ...(isAfter ? [cut(first)] : [])]
}

/** What stands for a folded stretch, in the shape that its place asks for. */
function cut(beside: ElementContent): ElementContent {
  const tagName = beside.type === 'element' ? beside.tagName : 'p'
  const properties = { className: ['cut'] }
  const dots = [text('…')]
  if (tagName === 'tr') {
    const cells = (beside as Element).children.filter(isBlock).length
    const cell: Element = {
      type: 'element',
      tagName: 'td',
      properties: { colSpan: cells, ...properties },
      children: dots,
    }
    return { type: 'element', tagName: 'tr', properties: {}, children: [cell] }
  }
  if (/^(?:tbody|tfoot)$/.test(tagName)) {
    const row = (beside as Element).children.find(isBlock)
    return { type: 'element', tagName, properties: {}, children: row === undefined ? [] : [cut(row)] }
  }
  if (/^(?:li|dt|dd)$/.test(tagName)) return { type: 'element', tagName, properties, children: dots }
  return { type: 'element', tagName: 'p', properties, children: dots }
}

/** Text of a line with long stretches between changes folded. */
export function foldedText(children: readonly ElementContent[], changed: Changed): ElementContent[] {
  return children.map((child, at) => {
    if (child.type !== 'text' || wordsIn(child.value) <= mostSame) return child
    const isAfter = children.slice(0, at).some((each) => changed.has(each))
    const isBefore = children.slice(at + 1).some((each) => changed.has(each))
    const start = isAfter ? (firstWords.exec(child.value)?.[0] ?? '') : ''
    const end = isBefore ? (lastWords.exec(child.value)?.[0] ?? '') : ''
    return text([start, end].join(' … '))
  })
}

const firstWords = new RegExp(`^\\s*(?:\\S+\\s+){0,${beside}}`)
const lastWords = new RegExp(`(?:\\s+\\S+){0,${beside}}\\s*$`)

/** Code with long stretches of unchanged lines folded. */
export function foldedLines(children: readonly ElementContent[]): ElementContent[] {
  return children.map((child, at) => {
    if (child.type !== 'text') return child
    const lines = child.value.match(/[^\n]*\n|[^\n]+$/g) ?? []
    const [start, end] = [at === 0 ? 0 : linesBeside, at === children.length - 1 ? 0 : linesBeside]
    if (lines.length <= start + end + 1) return child
    return text([...lines.slice(0, start), '…\n', ...(end === 0 ? [] : lines.slice(-end))].join(''))
  })
}
