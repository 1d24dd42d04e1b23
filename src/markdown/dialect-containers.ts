import type { DialectName } from './dialect-edits.ts'

/** A line that a dialect gave a meaning; `line` counts from 0. */
export interface ContainerUse {
  readonly name: DialectName
  readonly line: number
  readonly sample: string
}

const FENCE = /^[ \t>]*(`{3,}|~{3,})/
const ADMONITION = /^([ \t]*)(?:!!!|\?\?\?\+?)[ \t]+([\w-]+)?(?:[ \t]+[\w-]+)*?[ \t]*(?:"([^"]*)")?[ \t]*$/
const TAB = /^([ \t]*)===[!+]?[ \t]+"([^"]*)"[ \t]*$/
const COLONS = /^([ \t>]*):{3,}[ \t]*([^:\s{[][^\s{[]*)?[ \t]*(?:\[([^\]]*)\]|\{([^}]*)\})?[ \t]*(.*?)[ \t]*:*[ \t]*$/
const HIGHLIGHT =
  /^([ \t]*)(?:\{%-?[ \t]*highlight[ \t]+([\w+#-]+)[^%]*%\}|\{\{[<%][ \t]*highlight[ \t]+"?([\w+#-]+)[^>%]*[>%]\}\})[ \t]*$/
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
    const admonition = ADMONITION.exec(line)
    const tab = admonition ?? TAB.exec(line)
    if (tab && !isIndentedCode(lines, index)) {
      use('mkdocs', index)
      const [, indent = '', word = '', quoted] = admonition ?? [tab[0], tab[1], tab[2]]
      const title = quoted ?? word.charAt(0).toUpperCase() + word.slice(1)
      lines[index] = title === '' ? '' : `${indent}**${title}**`
      dedent(lines, index + 1, indent)
      continue
    }
    const highlight = HIGHLIGHT.exec(line)
    if (highlight) {
      const end = lines.findIndex((other, at) => at > index && END_HIGHLIGHT.test(other))
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
      const [, prefix = '', word = '', bracketed, , rest = ''] = colons
      const title = bracketed || rest || (KINDS.test(word) ? word.charAt(0).toUpperCase() + word.slice(1) : '')
      lines[index] = title === '' ? prefix.trimEnd() : `${prefix}**${title}**`
    }
  }
  return uses
}

/** True when four blanks before a marker make it code, because no list item is open above it. */
function isIndentedCode(lines: readonly string[], index: number): boolean {
  const width = indentOf(lines[index] ?? '')
  if (width < 4) return false
  for (let above = index - 1; above >= 0; above -= 1) {
    const line = lines[above] ?? ''
    if (line.trim() !== '' && indentOf(line) < width) return !/^[ \t]*(?:[-+*]|\d{1,9}[.)])[ \t]/.test(line)
  }
  return true
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
