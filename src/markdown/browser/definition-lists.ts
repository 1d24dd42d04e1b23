import type { BlockContent, Nodes, Paragraph, PhrasingContent, Root } from 'mdast'

/** A part of a list of definitions, drawn as the element that `data` names. */
interface Part {
  readonly type: 'definitionPart'
  readonly data: { readonly hName: 'dl' | 'dt' | 'dd' }
  readonly children: readonly (Part | BlockContent | PhrasingContent)[]
  /** Its children are words, not blocks. */
  readonly isText: boolean
}
type Parse = (text: string) => Root
type Parent = Extract<Nodes, { children: unknown[] }>

/** What a paragraph says line by line. */
interface Lines {
  readonly terms: readonly PhrasingContent[][]
  readonly definitions: readonly PhrasingContent[][]
  /** Blanks that what belongs to the last definition begins with: the width of its mark. */
  readonly indent: number
}

/** The mark of a definition, at the start of a line. */
const MARK = /(?:^|\n)[ \t]{0,3}:(?:[ \t]+|(?=\n|$))/
/** Stands before text that does not begin a paragraph, so that no mark begins there. */
const GOES_ON = '\0'

/**
 * Turns paragraphs with lines that begin with `: ` into lists of terms and definitions, as Sätteri reads them;
 * micromark knows none. Changes the tree.
 *
 * @param parse - reads what is indented below a definition, which CommonMark takes for code
 */
export function definitionLists(root: Root, parse: Parse): Root {
  const left: Parent[] = [root]
  for (let parent = left.pop(); parent !== undefined; parent = left.pop()) {
    const children = parent.children as Nodes[]
    for (const child of children) if ('children' in child && child.type !== 'paragraph') left.push(child)
    if (children.some((child) => child.type === 'paragraph' && linesOf(child).definitions.length > 0)) {
      parent.children = listsIn(children as BlockContent[], parse) as typeof parent.children
    }
  }
  return root
}

function listsIn(blocks: readonly BlockContent[], parse: Parse): (BlockContent | Part)[] {
  const made: (BlockContent | Part)[] = []
  const margin = blocks[0]?.position?.start.column ?? 1
  /** Parts of the list that goes on. */
  let list: Part[] | null = null
  let indent = 0
  for (const [index, block] of blocks.entries()) {
    const last = list?.at(-1)
    if (list !== null && last?.data.hName === 'dd' && isBelow(block, margin + indent)) {
      const content = block.type === 'code' ? (parse(block.value).children as BlockContent[]) : [block]
      list[list.length - 1] = longer(last, content)
      continue
    }
    const lines = block.type === 'paragraph' ? linesOf(block) : null
    if (lines === null || !isPart(lines, list !== null, block, blocks[index + 1])) {
      list = null
      made.push(block)
      continue
    }
    if (list === null) {
      list = []
      made.push(part('dl', list, false))
    }
    list.push(...partsOf(lines))
    indent = lines.indent
  }
  return made
}

function partsOf({ terms, definitions }: Lines): Part[] {
  return [
    ...terms.map((term) => part('dt', term, true)),
    ...definitions.map((words, place) => {
      const definition = part('dd', words, true)
      // An empty line stands before it.
      return terms.length === 0 && place === 0 ? longer(definition, []) : definition
    }),
  ]
}

function part(hName: Part['data']['hName'], children: Part['children'], isText: boolean): Part {
  return { type: 'definitionPart', data: { hName }, children, isText }
}

/** A definition with more blocks; its own words become a paragraph. */
function longer({ children, isText }: Part, blocks: readonly BlockContent[]): Part {
  const own = isText ? [{ type: 'paragraph', children: children as PhrasingContent[] } as Paragraph] : children
  return part('dd', [...own, ...blocks], false)
}

/** Whether a paragraph belongs to a list: it defines something, or the next paragraph defines it. */
function isPart({ terms, definitions }: Lines, goesOn: boolean, block: BlockContent, next?: BlockContent): boolean {
  if (definitions.length > 0) return terms.length > 0 || goesOn
  if (next?.type !== 'paragraph' || linesOf(next).terms.length > 0) return false
  // One empty line may stand between a term and its definition.
  return (next.position?.start.line ?? 0) - (block.position?.end.line ?? 0) <= 2
}

/** True for what is indented below a definition. */
function isBelow(block: BlockContent, column: number): boolean {
  const { start, end } = block.position ?? {}
  if (start === undefined || end === undefined) return false
  const isIndentedCode = block.type === 'code' && end.line - start.line === block.value.split('\n').length - 1
  return isIndentedCode || start.column >= column
}

function linesOf({ children }: Paragraph): Lines {
  const { parts, width } = splitAt(children, MARK)
  const [before = [], ...definitions] = parts
  const terms = splitAt(before, /\n/).parts.filter((line) => line.length > 0)
  return { terms, definitions, indent: width }
}

/** Words parted at what fits in their text; `width` is that of the last mark. */
function splitAt(nodes: readonly PhrasingContent[], mark: RegExp): { parts: PhrasingContent[][]; width: number } {
  const parts: PhrasingContent[][] = [[]]
  let width = 0
  const add = (node: PhrasingContent) => parts.at(-1)?.push(node)
  const addText = (text: string) => {
    const value = text.replace(GOES_ON, '')
    if (value !== '') add({ type: 'text', value })
  }
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'text') {
      add(node)
      continue
    }
    let rest = index === 0 ? node.value : GOES_ON + node.value
    for (let match = mark.exec(rest); match !== null; match = mark.exec(rest)) {
      addText(rest.slice(0, match.index))
      parts.push([])
      width = match[0].trimStart().length
      rest = GOES_ON + rest.slice(match.index + match[0].length)
    }
    addText(rest)
  }
  return { parts, width }
}
