import type { Definition, Image, Link, Nodes, Root } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { type Finding, finding } from '../model/finding.ts'
import { refusalOf } from './limits.ts'
import { isTwisted } from './twisted.ts'

/** Where something stands in a file, lines and columns from 1; `endColumn` is one past its last character. */
export interface SourcePlace {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** What the source of a file says about itself, read as text with exact positions. */
export interface Judgement {
  readonly findings: readonly Finding[]
  /** Places of the links and images to an address, in order; for reference links the place of the definition. */
  readonly placesOf: (target: string) => readonly SourcePlace[]
  /** The front matter with its fences, or null. */
  readonly frontMatter: SourcePlace | null
}

const reader = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml'])
/** Files that people edit are far below; see also {@link isTwisted}. */
const LONGEST = 100_000

/**
 * Judges the source text of a whole file, front matter included: what the page cannot show, such as links that lead
 * nowhere by their form, with line and column as an editor counts them. `check` asks it for exact places; drawing a
 * page never does, since it is fifty times slower than {@link outlineOf}.
 *
 * Front matter is only located here, never read: {@link readFrontMatter} is the one door to its values. Never throws;
 * a source too large or too twisted for this parser has no findings.
 *
 * @param text - the decoded file
 */
export function judgeSource(text: string): Judgement {
  const root = read(text.startsWith('\uFEFF') ? text.slice(1) : text)
  if (root === null) return { findings: [], placesOf: () => [], frontMatter: null }
  const places = new Map<string, SourcePlace[]>()
  const findings: Finding[] = []
  let level = 0
  visit(root, (node) => {
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      const place = placeOf(node)
      if (place !== null) add(places, normal(node.url), place)
      const reason = problemOf(node)
      if (reason !== null) findings.push(at(node, reason.rule, reason.level, reason.text))
    } else if (node.type === 'heading') {
      if (level > 0 && node.depth > level + 1) {
        const text = `This heading is of level ${node.depth} below one of level ${level}; a reader of the outline misses a step.`
        findings.push(at(node, 'markdown/heading-jump', 'info', text))
      }
      level = node.depth
    }
  })
  const [first] = root.children
  const isFrontMatter = first !== undefined && (first.type === 'yaml' || (first.type as string) === 'toml')
  return {
    findings,
    placesOf: (target) => places.get(normal(target)) ?? [],
    frontMatter: isFrontMatter ? placeOf(first) : null,
  }
}

function read(text: string): Root | null {
  if (text.length > LONGEST || isTwisted(text) || refusalOf(text) !== null) return null
  try {
    return reader.parse(text)
  } catch {
    return null
  }
}

function problemOf(node: Link | Image | Definition): { rule: string; level: Finding['level']; text: string } | null {
  const empty = node.url.trim() === ''
  if (node.type === 'image') {
    if (empty) return { rule: 'markdown/empty-image', level: 'warning', text: 'This image has no address.' }
    if ((node.alt ?? '').trim() !== '') return null
    const text = 'This image has no text for those who cannot see it; write it between the brackets: `![text](...)`.'
    return { rule: 'markdown/image-text', level: 'info', text }
  }
  if (empty) return { rule: 'markdown/empty-link', level: 'warning', text: 'This link has no address.' }
  if (node.type === 'link' && node.children.length === 0) {
    const text = `This link to \`${node.url.slice(0, 80)}\` has no text.`
    return { rule: 'markdown/empty-link', level: 'warning', text }
  }
  return null
}

function at(node: Nodes, rule: string, level: Finding['level'], reason: string): Finding {
  const { line = null, column = null } = node.position?.start ?? {}
  return finding(rule, level, reason, { line, column })
}

function placeOf({ position }: Nodes): SourcePlace | null {
  if (position === undefined) return null
  const { start, end } = position
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column }
}

function add(places: Map<string, SourcePlace[]>, target: string, place: SourcePlace): void {
  const known = places.get(target)
  if (known === undefined) places.set(target, [place])
  else known.push(place)
}

/** One form for an address, whether its other characters are percent-encoded or not. */
function normal(target: string): string {
  try {
    return decodeURI(target)
  } catch {
    return target
  }
}

function visit(node: Nodes, see: (node: Nodes) => void): void {
  see(node)
  if ('children' in node) for (const child of node.children) visit(child, see)
}
