import { DIALECT_NAMES } from '../../model/dialect-names.ts'
import { type Finding, finding } from '../../model/finding.ts'
import type { RepoPath } from '../../model/ids.ts'
import type { LineMap } from '../../model/page.ts'
import { refusalOf } from '../limits.ts'
import type { DialectHandbook, DialectPage, Values } from './dialect.ts'
import { findTags } from './find-tags.ts'
import { dialectFindings } from './findings.ts'
import { type Inclusions, pageWithIncludes } from './includes.ts'
import { translateAttributes } from './kramdown.ts'
import { sourceLine, through } from './line-map.ts'
import { translateMkdocs } from './mkdocs.ts'
import type { Stage, Use } from './stage.ts'
import { translateTags } from './tag-stage.ts'

/** A page in Markdown that needs no other generator. */
export interface Translation {
  readonly text: string
  readonly lines: LineMap
  /** Lines count from 1 in the body; `path` is null: the caller fills both. */
  readonly findings: readonly Finding[]
}

/** A page before its translation. */
export interface Untranslated {
  readonly path: RepoPath
  readonly frontMatter: Readonly<Record<string, unknown>>
}

/** Signs that most pages have none of; looking for them first is a tenth of the cost of {@link TRIGGER}. */
const SIGNS = [
  '{',
  '<%',
  ':::',
  '!!!',
  '???',
  '===',
  '8<',
  'TOC',
  '[toc',
  '[[',
  '[!',
  '%%',
  '=http',
  '= http',
  'import ',
]
/** What a page has to contain before any of this is looked for. */
const TRIGGER =
  /\{[{%#:!/]|[)\]`]\{|<%|\[\[[^[\]\n]+\]\]|>[ \t]*\[!(?!(?:note|tip|important|warning|caution)\])|%%|^[ \t>]*(?::::|!!!|\?\?\?|===[!+]? ["']|-+8<-|import[ \t])|\[\[?_?TOC_?\]|=[ \t]*https?:/im
/** Components have a capital letter; icons of MkDocs name their set. */
const NAMES = /<[A-Z][a-z]+[A-Za-z]*[\s/>]|:(?:material|fontawesome|octicons|simple|lucide)-/
/** A replacement can make a new tag of what stood around it. */
const MOST_ROUNDS = 3

/**
 * Turns what a page says in the languages of other generators into CommonMark, GFM and our call-outs: no tag is ever
 * seen on a page, and what we do not know stays as readable text with a finding. Code is never touched. Never throws.
 *
 * @param body - Markdown after the front matter
 */
export function translate(body: string, page: Untranslated, handbook: DialectHandbook): Translation {
  const isPlain = !(SIGNS.some((sign) => body.includes(sign)) && TRIGGER.test(body)) && !NAMES.test(body)
  if (isPlain || refusalOf(body) !== null) return { text: body, lines: null, findings: [] }
  const source = body.includes('\r') ? body.replace(/\r\n?/g, '\n') : body
  const inclusions: Inclusions = { left: { files: 200, characters: 1_000_000 }, problems: [], uses: [] }
  const context = pageWithIncludes({ ...page, handbook }, inclusions, stagesOf)
  const { text, lines, uses } = stagesOf(source, context, new Map())
  return {
    text: text === source ? body : text,
    lines: text === source ? null : lines,
    findings: dialectFindings(source, uses, inclusions).map((each) =>
      finding(each.rule, each.level, each.reason, { line: each.line }),
    ),
  }
}

/** A handbook that nothing is known of: no settings, no other files. */
const ALONE: DialectHandbook = {
  dialects: new Set(DIALECT_NAMES),
  site: null,
  params: {},
  data: () => undefined,
  find: () => null,
  file: () => null,
  read: () => ({ problem: 'missing' }),
}

/** The same for a text that stands alone, as an old version of a page does. */
export function translateAlone(body: string): Translation {
  return translate(body, { path: 'page.md' as RepoPath, frontMatter: {} }, ALONE)
}

/** All steps, one after the other. */
function stagesOf(source: string, page: DialectPage, values: Values): Stage {
  const { dialects } = page.handbook
  const uses: Use[] = []
  let text = source
  let lines: LineMap = null
  const take = (stage: Stage) => {
    uses.push(...stage.uses.map((use) => ({ ...use, line: sourceLine(lines, use.line) })))
    text = stage.text
    lines = through(stage.lines, lines)
  }
  if (dialects.has('mkdocs')) take(translateMkdocs(text, page))
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const tags = findTags(text, dialects)
    if (tags.length === 0) break
    take(translateTags(text, tags, page, values))
  }
  return { text: dialects.has('kramdown') ? translateAttributes(text) : text, lines, uses }
}
