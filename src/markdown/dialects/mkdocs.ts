import { escapeHtml } from '../../text/escape-html.ts'
import { codeRanges, isInside, literalHtml } from '../code-ranges.ts'
import { withoutComponents } from './components.ts'
import type { DialectPage } from './dialect.ts'
import { alertOf, capital, titleOfKind } from './kinds.ts'
import { inListTest, lineStarts, widthOf } from './places.ts'
import { type Stage, wholeStage } from './stage.ts'
import { bold, plainWords, tokenText } from './words.ts'
import { Writer } from './writer.ts'

const FENCE = /^[ \t>]*(`{3,}|~{3,})/
const ADMONITION = /^[ \t]*(!!!|\?\?\?\+?)[ \t]*(\w.*)$/
const TAB = /^[ \t]*===[!+]?[ \t]+(?:"([^"]*)"|'([^']*)')[ \t]*$/
const SNIPPET = /^[ \t]*-{1,}8<-{1,}[ \t]+(?:"([^"]+)"|'([^']+)')[ \t]*$/
const SNIPPETS = /^[ \t]*-{1,}8<-{1,}[ \t]*$/
const INCLUDE = /^[ \t]*\{!>?[ \t]*([^{}!\n]+?)[ \t]*!\}[ \t]*$/
const SIGN = /^[ \t]*(?:!!!|\?\?\?|===[!+]?[ \t]+["']|-+8<-|\{!)/m

/** Blocks inside each other; their lines are written with so many marks in front. */
const MOST = 6

interface Open {
  /** Columns that the lines of the block are indented by, at least. */
  readonly needed: number
  readonly isQuotation: boolean
  readonly isTab: boolean
  readonly strip: string
}

/**
 * MkDocs' blocks that are told by their indentation: `!!! note`, `??? note`, `=== "Tab"`, which become call-outs and
 * details, and the files that `--8<--` puts in. Their content loses its indentation, which would make it code.
 */
export function translateMkdocs(text: string, page: DialectPage): Stage {
  if (!SIGN.test(text)) return wholeStage(text)
  const lines = text.split('\n')
  const starts = lineStarts(text)
  const hidden = literalHtml(text)
  const code = codeRanges(page.handbook.dialects.has('components') ? withoutComponents(text) : text)
  const isInList = inListTest(lines)
  const out = new Writer()
  const open: Open[] = []
  /** Marks of the fence that is open inside a block; outside, the parser tells what is code. */
  let fence = ''
  let isAfterTab = false
  /** Between the two lines `--8<--` each line names a file. */
  let isList = false

  const close = (line: number) => {
    const block = open.pop()
    if (block === undefined) return
    if (!block.isQuotation) {
      out.blank(line)
      out.line(`${block.strip}</details>`, line)
    }
    out.close()
    out.blank(line)
    fence = ''
    isAfterTab = block.isTab
  }
  /** Whether a marker on this line is one: not in a comment, and not in code that no block of ours makes. */
  const isMarker = (index: number, line: string, width: number): boolean => {
    const at = (starts[index] ?? 0) + line.length - line.trimStart().length
    if (isInside(hidden, at)) return false
    if (open.length > 0) return width - (open.at(-1)?.needed ?? 0) < 4 || isInList(index)
    return width < 4 ? !isInside(code, at) : isInList(index) && !isInside(code, at)
  }

  const goesOn = (index: number, width: number): boolean => {
    const next = lines[index + 1]?.trim() === '' ? lines[index + 2] : lines[index + 1]
    return next !== undefined && next.trim() !== '' && widthOf(next) >= width + 4
  }
  const put = (files: readonly string[], indent: string, number: number) => {
    for (const file of files) {
      const [path = ''] = file.split(':')
      const text = page.include(path, 'anywhere', new Map(), sectionOf(file)) ?? tokenText('include', file)
      for (const each of text.trimEnd().split('\n')) out.line(each === '' ? '' : indent + each, number)
    }
  }

  for (const [index, line] of lines.entries()) {
    const number = index + 1
    if (line.trim() === '') {
      out.line('', number)
      continue
    }
    const width = widthOf(line)
    while (open.length > 0 && width < (open.at(-1)?.needed ?? 0)) close(number)
    const plain = open.length === 0 ? line : dedent(line, 4 * open.length)
    const indent = plain.slice(0, plain.length - plain.trimStart().length)
    const [, ticks = ''] = (open.length > 0 && FENCE.exec(line)) || []
    if (fence !== '' || ticks !== '') {
      out.line(plain, number)
      if (fence === '') fence = ticks
      else if (ticks.startsWith(fence) && line.trim() === ticks) fence = ''
      continue
    }
    const block = SIGN.test(line) && isMarker(index, line, width) ? markerOf(line, goesOn(index, width)) : null
    if (block?.kind === 'file' && block.files.length === 0) {
      isList = !isList
      out.line('', number)
    } else if (isList) put([line.trim()], indent, number)
    else if (block === null) {
      isAfterTab = false
      out.line(plain, number)
    } else if (block.kind === 'file') {
      put(block.files, indent, number)
    } else if (open.length >= MOST) {
      out.line(indent + bold(block.title), number)
      out.line('', number)
    } else {
      out.blank(number)
      out.open(block.alert === null ? '' : '> ', indent, indent)
      if (block.alert !== null) {
        out.line(`${indent}[!${block.alert}]${block.title === '' ? '' : ` ${bold(block.title)}`}`, number)
        if (block.title !== '') out.line('', number)
      } else {
        const summary = escapeHtml(plainWords(block.title || 'Details'))
        const isFirst = block.kind === 'tab' && !isAfterTab
        out.line(`${indent}<details${isFirst || block.isOpen ? ' open' : ''}><summary>${summary}</summary>`, number)
        out.line('', number)
      }
      open.push({ needed: width + 4, isQuotation: block.alert !== null, isTab: block.kind === 'tab', strip: indent })
      isAfterTab = false
    }
  }
  while (open.length > 0) close(lines.length)
  const { text: result, lines: map } = out.end()
  // Every line was ended, the last one too.
  return { text: result.slice(0, -1), lines: map.slice(0, -1), uses: [] }
}

/** A line without so many columns of blanks. */
function dedent(line: string, columns: number): string {
  let at = 0
  let width = 0
  while (width < columns && /[ \t]/.test(line.charAt(at))) {
    width += line.charAt(at) === '\t' ? 4 - (width % 4) : 1
    at += 1
  }
  return ' '.repeat(Math.max(0, width - columns)) + line.slice(at)
}

type Marker =
  | {
      readonly kind: 'block' | 'tab'
      readonly alert: ReturnType<typeof alertOf>
      readonly title: string
      readonly isOpen: boolean
    }
  | { readonly kind: 'file'; readonly files: readonly string[] }

/** What a line begins or puts in; null for a line of text. */
function markerOf(line: string, goesOn: boolean): Marker | null {
  const tab = TAB.exec(line)
  if (tab !== null) return { kind: 'tab', alert: null, title: tab[1] ?? tab[2] ?? '', isOpen: false }
  const file = SNIPPET.exec(line) ?? INCLUDE.exec(line)
  if (file !== null) return { kind: 'file', files: [file[1] ?? file[2] ?? ''] }
  if (SNIPPETS.test(line)) return { kind: 'file', files: [] }
  const [, mark = '', rest] = ADMONITION.exec(line) ?? []
  if (rest === undefined) return null
  const quote = rest.indexOf('"')
  const words = quote === -1 ? rest : rest.slice(0, quote)
  const quoted = quote === -1 ? null : /^"((?:[^"\\]|\\.)*)"$/.exec(rest.slice(quote).trimEnd())
  const isWhole = /^[\w \t|-]*$/.test(words) && (quote === -1 || quoted !== null)
  const name = words.trim().split(/[ \t|]/)[0] ?? ''
  // Whoever shouts in a text does not go on indented.
  if (!goesOn && !(isWhole && alertOf(name) !== null)) return null
  const given = isWhole ? quoted?.[1]?.replace(/\\(.)/g, '$1') : rest.slice(name.length).replaceAll('"', '').trim()
  if (mark !== '!!!') return { kind: 'block', alert: null, title: given || capital(name), isOpen: mark.endsWith('+') }
  return {
    kind: 'block',
    alert: alertOf(name) ?? 'NOTE',
    title: given ?? titleOfKind(name) ?? (alertOf(name) === null ? capital(name) : ''),
    isOpen: true,
  }
}

/** The part of a file that a snippet names behind its path: lines, or a section between two comments. */
function sectionOf(written: string): (text: string) => string {
  const [, ...part] = written.split(':')
  return (text) => {
    const [from = '', to] = part
    const lines = text.split('\n')
    if (from === '') return to === undefined ? text : lines.slice(0, Number(to) || undefined).join('\n')
    if (/^\d+$/.test(from)) return lines.slice(Number(from) - 1, to === undefined ? undefined : Number(to)).join('\n')
    const start = lines.findIndex((line) => line.includes(`[start:${from}]`))
    const end = lines.findIndex((line) => line.includes(`[end:${from}]`))
    return start === -1 ? '' : lines.slice(start + 1, end === -1 ? undefined : end).join('\n')
  }
}
