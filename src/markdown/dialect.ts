import { type Finding, finding, type Level } from '../model/finding.ts'
import { visible } from '../text/visible.ts'
import { codeRanges } from './code-ranges.ts'
import { plainAttributes } from './dialect-attributes.ts'
import { plainContainers } from './dialect-containers.ts'
import { applyEdits, type DialectName, type Edit, withoutOverlaps } from './dialect-edits.ts'
import { findTags, plainTags } from './dialect-tags.ts'
import { refusalOf } from './limits.ts'

/** Signs that most pages have none of; looking for them first is a tenth of the cost of {@link TRIGGER}. */
const SIGNS = [
  '{',
  '<%',
  ':::',
  '!!!',
  '???',
  '=== "',
  '===!',
  '===+',
  'TOC',
  '[toc]',
  '[[toc',
  '[[_toc',
  '=http',
  '= http',
]
/** What a page has to contain before any of this is looked for. */
const TRIGGER = /\{[{%#:]|[)\]`]\{|<%|^[ \t>]*(?::::|!!!|\?\?\?|===[!+]? ")|\[\[?_?TOC_?\]|=[ \t]*https?:/im

const NAMES: Readonly<Record<DialectName, { readonly what: string; readonly level: Level }>> = {
  liquid: { what: 'Liquid or Jinja tags', level: 'warning' },
  gitbook: { what: 'GitBook blocks', level: 'warning' },
  hugo: { what: 'Hugo shortcodes', level: 'warning' },
  token: { what: 'template tokens', level: 'warning' },
  erb: { what: 'ERB tags', level: 'warning' },
  jinja: { what: 'template comments', level: 'warning' },
  mkdocs: { what: 'MkDocs blocks', level: 'warning' },
  container: { what: '`:::` blocks', level: 'warning' },
  attributes: { what: 'attribute lists', level: 'warning' },
  toc: { what: 'markers for a table of contents', level: 'info' },
}

/**
 * Degrades the template languages of other generators to readable text: no tag is ever seen on a page, the text
 * inside blocks stays, code is never touched. The text keeps its number of lines, so that every line keeps its place.
 * Applying it twice changes nothing more.
 *
 * @param body - Markdown after the front matter
 * @returns one finding for each dialect; lines count from 1 in `body`, `path` is null: the caller fills both
 */
export function plainDialect(body: string): { readonly text: string; readonly findings: readonly Finding[] } {
  const isPlain = !SIGNS.some((sign) => body.includes(sign)) || !TRIGGER.test(body)
  if (isPlain || refusalOf(body) !== null) return { text: body, findings: [] }
  const uses = new Map<DialectName, { count: number; line: number; sample: string }>()
  const note = (name: DialectName, line: number, sample: string) => {
    const known = uses.get(name)
    if (known === undefined) uses.set(name, { count: 1, line, sample })
    else known.count += 1
  }
  const lines = body.split('\n')
  for (const { name, line, sample } of plainContainers(lines)) note(name, line + 1, sample)
  let text = lines.join('\n')
  // A replacement can make a new tag of what stood around it; twice is enough for what people write.
  for (let round = 0; round < 3; round += 1) {
    const edits = editsOf(text)
    if (edits.length === 0) break
    const starts = lineStarts(text)
    for (const { name, start, end } of edits) {
      if (name !== null) note(name, lineOf(starts, start), text.slice(start, end).trim().slice(0, 60))
    }
    const next = applyEdits(text, edits)
    if (next === text) break
    text = next
  }
  return { text, findings: [...uses].map(([name, use]) => report(name, use)) }
}

function editsOf(text: string): Edit[] {
  const code = codeRanges(text)
  return withoutOverlaps([...plainTags(text, findTags(text, code)), ...plainAttributes(text, code)])
}

function report(name: DialectName, use: { count: number; line: number; sample: string }): Finding {
  const { what, level } = NAMES[name]
  const sample = visible(use.sample.split('\n')[0] ?? '').replaceAll('`', "'")
  const times = use.count === 1 ? '' : ` and ${use.count - 1} more`
  const reason = `This page uses ${what} (\`${sample}\`${times}); they are shown as plain text.`
  return finding(`dialect/${name}`, level, reason, { line: use.line })
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

function lineOf(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  return low
}
