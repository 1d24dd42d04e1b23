import type { DialectName } from './dialect-edits.ts'

/** A line that a dialect gave a meaning; `line` counts from 0. */
export interface ContainerUse {
  readonly name: DialectName
  readonly line: number
  readonly sample: string
}

const FENCE = /^[ \t>]*(`{3,}|~{3,})/
const ADMONITION = /^([ \t]*)(?:!!!|\?\?\?\+?)[ \t](.*)$/
const TAB = /^([ \t]*)===[!+]?[ \t]+"([^"]*)"[ \t]*$/
const COLONS = /^([ \t>]*):{3,}(.*)$/
const HIGHLIGHT =
  /^([ \t]*)(?:\{%-?[ \t]*highlight[ \t]+([\w+#-]{1,40})(?![\w+#-])[^%]*%\}|\{\{[<%][ \t]*highlight[ \t]+"?([\w+#-]{1,40})(?![\w+#-])[^>%]*[>%]\}\})[ \t]*$/
const END_HIGHLIGHT =
  /^[ \t]*(?:\{%-?[ \t]*endhighlight[ \t]*-?%\}|\{\{[<%][ \t]*\/[ \t]*highlight[ \t]*[>%]\}\})[ \t]*$/
/** Kinds whose name tells a reader something; other names are classes of a style sheet. */
const KINDS =
  /^(?:note|tip|info|important|warning|caution|danger|example|question|success|quote|abstract|bug|details)$/i

/**
 * Turns containers that are marked by lines into the text inside them: MkDocs `!!! note` and `=== "Tab"` (their
 * content loses its indentation, which would make it code), `:::` blocks, and Jekyll's and Hugo's `highlight`, which
 * becomes a fence. Changes `lines` in place, never their number; nothing inside fences is touched.
 */
export function plainContainers(lines: string[]): ContainerUse[] {
  const uses: ContainerUse[] = []
  const use = (name: DialectName, line: number) =>
    uses.push({ name, line, sample: (lines[line] ?? '').trim().slice(0, 60) })
  const shallower = shallowerLine(lines)
  const endHighlight = lineThat((line) => END_HIGHLIGHT.test(line), lines)
  let fence = ''
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    const [, ticks = ''] = FENCE.exec(line) ?? []
    if (fence !== '') {
      if (ticks.startsWith(fence) && line.trim() === ticks) fence = ''
      continue
    }
    if (ticks !== '') {
      fence = ticks
      continue
    }
    const block = mkdocsBlock(line)
    if (block !== null && !isIndentedCode(lines, index, shallower)) {
      use('mkdocs', index)
      const { indent, title } = block
      lines[index] = title === '' ? '' : `${indent}**${title}**`
      dedent(lines, index + 1, indent)
      continue
    }
    const highlight = HIGHLIGHT.exec(line)
    if (highlight) {
      const end = endHighlight(index + 1)
      if (end === -1) continue
      use(line.includes('{%') && !line.includes('{{') ? 'liquid' : 'hugo', index)
      const marks = longestFence(lines, index, end)
      lines[index] = `${highlight[1] ?? ''}${marks}${highlight[2] ?? highlight[3] ?? ''}`
      lines[end] = `${highlight[1] ?? ''}${marks}`
      index = end
      continue
    }
    const colons = line.includes(':::') ? COLONS.exec(line) : null
    if (colons) {
      use('container', index)
      const [, prefix = '', rest = ''] = colons
      const title = containerTitle(rest)
      lines[index] = title === '' ? prefix.trimEnd() : `${prefix}**${title}**`
    }
  }
  return uses
}

/** Title and indentation of `!!! note "Title"`, `??? note` and `=== "Title"`; null for any other line. */
function mkdocsBlock(line: string): { indent: string; title: string } | null {
  const [, tabIndent = '', tab] = TAB.exec(line) ?? []
  if (tab !== undefined) return { indent: tabIndent, title: tab }
  const [, indent = '', rest] = ADMONITION.exec(line) ?? []
  if (rest === undefined) return null
  const quote = rest.indexOf('"')
  const words = quote === -1 ? rest : rest.slice(0, quote)
  const quoted = quote === -1 ? null : /^"([^"]*)"$/.exec(rest.slice(quote).trimEnd())
  if (!/^[\w \t-]*$/.test(words) || (quote !== -1 && quoted === null)) return null
  return { indent, title: quoted?.[1] ?? capital(words.trim().split(/[ \t]/)[0] ?? '') }
}

/** Title of a container: in brackets, or behind its kind, or the kind itself where it tells a reader something. */
function containerTitle(line: string): string {
  let end = line.trimEnd().length
  while (end > 0 && line[end - 1] === ':') end -= 1
  const text = line.slice(0, end).trim()
  const word = /^[^\s{[]*/.exec(text)?.[0] ?? ''
  const rest = text.slice(word.length).trimStart()
  const label = /^\[([^\]]*)\]/.exec(rest) ?? /^\{[^}]*\}/.exec(rest)
  return label?.[1] || rest.slice(label?.[0].length ?? 0).trim() || (KINDS.test(word) ? capital(word) : '')
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

/** True when four blanks before a marker make it code, because no list item is open above it. */
function isIndentedCode(lines: readonly string[], index: number, shallower: (index: number) => number): boolean {
  if (indentOf(lines[index] ?? '') < 4) return false
  const above = lines[shallower(index)]
  return above === undefined || !/^[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]/.test(above)
}

/** The nearest line above one that is indented less than it, or -1; asked for lines in their order, linear for all. */
function shallowerLine(lines: readonly string[]): (index: number) => number {
  /** Lines above, each indented more than the one before it in this list. */
  const open: { readonly line: number; readonly width: number }[] = []
  let next = 0
  return (index) => {
    for (; next < index; next += 1) {
      const line = lines[next] ?? ''
      if (line.trim() === '') continue
      const width = indentOf(line)
      while ((open.at(-1)?.width ?? -1) >= width) open.pop()
      open.push({ line: next, width })
    }
    const width = indentOf(lines[index] ?? '')
    return open.findLast((each) => each.width < width)?.line ?? -1
  }
}

/** The first line from one on that `fits`, or -1; asked for lines in their order, looks at each once. */
function lineThat(fits: (line: string) => boolean, lines: readonly string[]): (from: number) => number {
  let found = -1
  let next = 0
  return (from) => {
    if (found >= from) return found
    for (next = Math.max(next, from); next < lines.length; next += 1) {
      if (!fits(lines[next] ?? '')) continue
      found = next
      next += 1
      return found
    }
    return -1
  }
}

/** Takes four blanks from the lines that belong to a container whose marker is indented by `indent`. */
function dedent(lines: string[], from: number, indent: string): void {
  const needed = indentOf(indent) + 4
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    if (line.trim() === '') continue
    if (indentOf(line) < needed) return
    const width = indentOf(line)
    lines[index] = indent + ' '.repeat(width - needed) + line.trimStart()
  }
}

function indentOf(line: string): number {
  let width = 0
  for (const character of line) {
    if (character === ' ') width += 1
    else if (character === '\t') width += 4 - (width % 4)
    else break
  }
  return width
}

function longestFence(lines: readonly string[], from: number, to: number): string {
  let marks = '```'
  for (let index = from; index < to; index += 1) {
    const [ticks = ''] = /`{3,}/.exec(lines[index] ?? '') ?? []
    if (ticks.length >= marks.length) marks = `${ticks}\``
  }
  return marks
}
