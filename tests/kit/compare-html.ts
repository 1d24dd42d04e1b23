import type { Element, ElementContent, Nodes, Root } from 'hast'
import { htmlToHast } from 'satteri'

/** Elements around which blanks are nothing. */
const BLOCKS = new Set(
  'blockquote dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre section summary table caption tbody td tfoot th thead tr ul br'.split(
    ' ',
  ),
)

/**
 * HTML as two renderers may be compared by it: attributes sorted, code without its colours, blanks between blocks and
 * line ends in text made one blank. What a reader sees as different stays different.
 */
export function normalTree(html: string): Root {
  const root = htmlToHast(html, { fragment: true }) as Root
  root.children = tidy(root) as Root['children']
  return root
}

function tidy(parent: Root | Element, inCode = false): ElementContent[] {
  const isCode = inCode || (parent.type === 'element' && parent.tagName === 'pre')
  const children = joined(
    (parent.children as ElementContent[]).flatMap((child): ElementContent[] => {
      if (child.type === 'text')
        return [{ type: 'text', value: isCode ? child.value : child.value.replace(/[ \t\n\r]+/g, ' ') }]
      if (child.type !== 'element') return []
      const { tagName, properties } = child
      const inner = tidy(child, isCode)
      if (tagName === 'span' && isCode) return inner
      const sorted = Object.fromEntries(Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1)))
      return [{ type: 'element', tagName, properties: sorted, children: inner }]
    }),
    isCode,
  )
  if (isCode) return children
  const isBlock = parent.type === 'root' || BLOCKS.has(parent.tagName)
  return children.flatMap((child, index): ElementContent[] => {
    if (child.type !== 'text') return [child]
    const value = child.value
      .replace(isEdge(children[index - 1], isBlock) ? /^ / : /^(?!)/, '')
      .replace(isEdge(children[index + 1], isBlock) ? / $/ : /(?!)$/, '')
    return value === '' ? [] : [{ type: 'text', value }]
  })
}

function isEdge(neighbour: ElementContent | undefined, inBlock: boolean): boolean {
  return neighbour === undefined ? inBlock : neighbour.type === 'element' && BLOCKS.has(neighbour.tagName)
}

function joined(nodes: readonly ElementContent[], inCode: boolean): ElementContent[] {
  const result: ElementContent[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (node.type === 'text' && last?.type === 'text') {
      last.value += node.value
      if (!inCode) last.value = last.value.replace(/ {2,}/g, ' ')
    } else result.push(node)
  }
  return result
}

/** One difference of two trees; `kind` names elements alone, never their text. */
export interface Difference {
  readonly kind: string
  readonly ours: string
  readonly theirs: string
}

/**
 * Where two pages differ, as far down as they can be followed together.
 *
 * @param ours - the server's
 * @param theirs - the browser's
 */
export function differences(ours: Nodes, theirs: Nodes): Difference[] {
  if (ours.type === 'text' && theirs.type === 'text')
    return ours.value === theirs.value ? [] : [difference('text', ours, theirs)]
  if (nameOf(ours) !== nameOf(theirs) || !('children' in ours) || !('children' in theirs))
    return [difference(`${nameOf(ours)} for ${nameOf(theirs)}`, ours, theirs)]
  const own: Difference[] = []
  if (ours.type === 'element' && theirs.type === 'element') {
    const names = new Set([...Object.keys(ours.properties), ...Object.keys(theirs.properties)])
    for (const name of names) {
      if (String(ours.properties[name]) !== String(theirs.properties[name]))
        own.push(difference(`${ours.tagName}@${name}`, ours, theirs))
    }
  }
  const [left, right] = [ours.children as Nodes[], theirs.children as Nodes[]]
  const shapes = [left, right].map((nodes) => nodes.map(nameOf).join(' '))
  if (shapes[0] === shapes[1]) {
    return [...own, ...left.flatMap((child, index) => differences(child, right[index] as Nodes))]
  }
  let start = 0
  while (start < left.length && start < right.length && same(left[start] as Nodes, right[start] as Nodes)) start += 1
  let end = 0
  const most = Math.min(left.length, right.length) - start
  while (end < most && same(left.at(-1 - end) as Nodes, right.at(-1 - end) as Nodes)) end += 1
  const [a, b] = [left.slice(start, left.length - end), right.slice(start, right.length - end)]
  const kind = `in ${nameOf(ours)}: ${listed(a)} for ${listed(b)}`
  return [...own, difference(kind, { type: 'root', children: a } as Root, { type: 'root', children: b } as Root)]
}

const same = (a: Nodes, b: Nodes): boolean => JSON.stringify(a) === JSON.stringify(b)

function difference(kind: string, ours: Nodes, theirs: Nodes): Difference {
  return { kind, ours: JSON.stringify(ours), theirs: JSON.stringify(theirs) }
}

function nameOf(node: Nodes): string {
  return node.type === 'element' ? node.tagName : node.type === 'root' ? 'page' : node.type
}

/** At most four names; a list of them all would be a kind of its own for each page. */
function listed(nodes: readonly Nodes[]): string {
  if (nodes.length === 0) return 'nothing'
  return nodes.slice(0, 4).map(nameOf).join(' ') + (nodes.length > 4 ? ' ...' : '')
}
