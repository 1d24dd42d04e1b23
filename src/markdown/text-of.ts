import type { Element, Nodes } from 'hast'

/** Elements whose content never reaches a page, not even as text; the sanitiser strips the same ones. */
export const STRIPPED = [
  'script',
  'style',
  'svg',
  'template',
  'noscript',
  'object',
  'audio',
  'video',
  'iframe',
] as const
const stripped: ReadonlySet<string> = new Set(STRIPPED)

/** Text of a node as a page shows it, without the elements that are stripped; images give nothing, as on GitHub. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (!('children' in node) || (node.type === 'element' && stripped.has(node.tagName))) return ''
  let text = ''
  for (const child of node.children) text += textOf(child)
  return text
}

const BLOCKS = new Set(
  'address article aside blockquote dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li ol p pre section summary table td th tr ul'.split(
    ' ',
  ),
)

/** Section numbers and the way back from a footnote: they are ours and no text of the page. */
function isOurs({ properties: { dataFootnoteBackref, className } }: Element): boolean {
  return dataFootnoteBackref !== undefined || (Array.isArray(className) && className[0] === 'sec')
}

/** Text of one block, and what it stands in. */
export interface BlockText {
  readonly text: string
  /** Name of the nearest list item, cell or other block around it; `tr` for a row's last cell. */
  readonly block: string
}

/** Texts of a tree in order, blanks collapsed, nothing of code blocks left out. */
export function blockTexts(node: Nodes): readonly BlockText[] {
  const texts: BlockText[] = []
  let line = ''
  const end = (block: string) => {
    const text = (/[\t\n\r\f]| {2}/.test(line) ? line.replace(/\s+/g, ' ') : line).trim()
    if (text !== '') texts.push({ text, block })
    line = ''
  }
  const visit = (inner: Nodes, block: string): void => {
    if (inner.type === 'text') line += inner.value
    else if (inner.type === 'element' && (stripped.has(inner.tagName) || isOurs(inner))) return
    else if ('children' in inner) {
      const isBlock = inner.type === 'element' && BLOCKS.has(inner.tagName)
      // A paragraph of an item or a cell is what these are.
      const own = isBlock && !(inner.tagName === 'p' && HOLDERS.has(block)) ? inner.tagName : block
      if (isBlock) end(block)
      else if (inner.type === 'element' && inner.tagName === 'br') line += ' '
      for (const child of inner.children) visit(child, own)
      if (isBlock) end(own)
      const last = texts.at(-1)
      if (own === 'tr' && (last?.block === 'td' || last?.block === 'th'))
        texts[texts.length - 1] = { ...last, block: own }
    }
  }
  visit(node, '')
  end('')
  return texts
}

const HOLDERS = new Set(['li', 'td', 'th', 'dd', 'dt'])

/** Readable text of a tree: one line a block. */
export function readableText(node: Nodes): string {
  return blockTexts(node)
    .map(({ text }) => text)
    .join('\n')
}
