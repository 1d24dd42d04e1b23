import matter from 'gray-matter'
import type { z } from 'zod'
import { type Finding, finding } from '../model/finding.ts'
import { type FrontMatter, frontMatterSchema } from '../model/front-matter.ts'
import type { RepoPath } from '../model/ids.ts'
import { visible } from '../text/visible.ts'
import { findFences } from './front-matter-fences.ts'
import { readToml } from './front-matter-toml.ts'
import { meantVisibility } from './front-matter-visibility.ts'
import { readYaml } from './front-matter-yaml.ts'
import type { ReadData } from './read-data.ts'

/** What the head of a file says, and the page below it. */
export interface FrontMatterReading {
  /** Known keys with right values; no prototype. */
  readonly data: FrontMatter
  /** Every key as it is written; no prototype. */
  readonly raw: Readonly<Record<string, unknown>>
  /** The page: Markdown after the front matter, line ends as they are. */
  readonly body: string
  /** Line of the file on which `body` begins, from 1. */
  readonly bodyLine: number
  /** True when the page must not be published, because it cannot be told who may see it. */
  readonly withheld: boolean
  readonly findings: Finding[]
}

/** Text and list keys: a number there is what its author wrote (`title: 1.10`), never a rounded value. */
const WRITTEN_KEYS = new Set(
  'title description owner keywords aliases redirect_from permalink lang supersedes applies deciders consulted informed parent sidebar_label nav_title linkTitle'.split(
    ' ',
  ),
)

/**
 * The one door for front matter (SECURITY decision 2): checks, build and history see what this says and nothing else.
 *
 * The fences are ours, YAML is read by our own engine inside gray-matter, every other engine of gray-matter refuses,
 * so that no fence language (`---js`) can run; TOML (`+++`) is read beside it. JSON is YAML. Never throws.
 *
 * @param text - the decoded file; a byte order mark and any line ends are allowed
 * @param path - for the findings
 */
export function readFrontMatter(text: string, path: RepoPath): FrontMatterReading {
  const file = text.startsWith('\uFEFF') ? text.slice(1) : text
  const fences = findFences(file)
  if (fences.kind === 'none') return reading({ body: file, bodyLine: 1 })
  if (fences.kind === 'broken') {
    const { reason, line, column } = fences
    const broken = finding('front-matter/fence', 'error', `${visible(reason)} The page is withheld.`, {
      path,
      line,
      column,
    })
    return reading({ body: file, bodyLine: 1, withheld: true, findings: [broken] })
  }
  const { kind, body, bodyLine, sourceLine } = fences
  const source = fences.source.replace(/\r\n?/g, '\n').replace(/\n$/, '')
  const read = kind === 'toml' ? readToml(source) : kind === 'json' ? readJson(source) : throughGrayMatter(source)
  return { ...reading({ body, bodyLine }), ...judge(read, path, sourceLine - 1) }
}

function reading(known: Partial<FrontMatterReading>): FrontMatterReading {
  const empty = {
    data: Object.create(null),
    raw: Object.create(null),
    body: '',
    bodyLine: 1,
    withheld: false,
    findings: [],
  }
  return { ...empty, ...known }
}

/** JSON may be indented with tabs, which YAML may not; a tab within a text is written `\\t`. */
const readJson = (source: string): ReadData => readYaml(source.replaceAll('\t', ' '))

/**
 * gray-matter sees two fences of ours and the YAML between them; options are always given, because it caches else.
 *
 * It looks for comments in time in the square of the blanks, so it is given none to speak of; no line that was
 * indented begins with `---` by that. What is read is always the source itself.
 */
function throughGrayMatter(source: string): ReadData {
  const readings: ReadData[] = []
  const refuse = () => {
    throw new Error('Only YAML is read as front matter.')
  }
  const engines = {
    yaml: () => {
      const yaml = readYaml(source)
      readings.push(yaml)
      return yaml.data
    },
    ...Object.fromEntries('javascript js json coffee coffeescript cson toml'.split(' ').map((name) => [name, refuse])),
  }
  const short = source.replace(/\s{2,}/g, (blanks) => (blanks.includes('\n') ? '\n ' : ' '))
  matter(`---\n${short}\n---\n`, { language: 'yaml', delimiters: '---', engines })
  return readings[0] ?? readYaml(source)
}

/** @param above - lines of the file above what was read */
function judge(yaml: ReadData, path: RepoPath, above: number): Omit<FrontMatterReading, 'body' | 'bodyLine'> {
  const findings: Finding[] = []
  let withheld = false
  const report = (rule: string, reason: string, place: { line: number; column: number }, hides: boolean) => {
    withheld ||= hides
    const level = hides ? 'error' : 'warning'
    const sentence = hides ? `${reason} The page is withheld.` : reason
    findings.push(
      finding(`front-matter/${rule}`, level, sentence, { path, line: place.line + above, column: place.column }),
    )
  }
  for (const problem of yaml.problems) report(problem.rule, problem.reason, problem, true)
  for (const name of Object.keys(yaml.data)) {
    const meant = meantVisibility(name)
    const reason = `\`${visible(name)}\` is not a key; \`${meant}\` is.`
    if (meant !== null) report('visibility', reason, yaml.placeOf([name]), true)
  }
  if (isUnpublished(yaml.data)) {
    const reason = '`published: false` is read as `draft: true`: only a build with `--audience internal` has this page.'
    const { line, column } = yaml.placeOf(['published'])
    findings.push(finding('front-matter/published', 'info', reason, { path, line: line + above, column }))
  }
  const { data, problems } = typed(yaml)
  for (const { path: key, message } of problems) {
    // What broken YAML holds is half read: only what hides the page is worth a second finding.
    if (yaml.problems.length > 0 && key[0] !== 'draft' && key[0] !== 'audience') continue
    const hides = key[0] === 'draft' || key[0] === 'audience'
    report(hides ? 'visibility' : 'value', `\`${key.join('.')}\` ${message}`, yaml.placeOf(key), hides)
  }
  return { data, raw: yaml.data, withheld, findings }
}

/** Right values of known keys; each wrong one is reported and left out, the rest of its mapping stays. */
function typed(yaml: ReadData): {
  data: FrontMatter
  problems: { path: readonly PropertyKey[]; message: string }[]
} {
  const input: Record<string, unknown> = Object.create(null)
  for (const key of Object.keys(frontMatterSchema.shape)) {
    const value = (WRITTEN_KEYS.has(key) ? yaml.written : yaml.data)[key]
    if (value !== undefined && value !== null) input[key] = value
  }
  // A key with nothing after it says nothing, except of visibility: there it may be half-written.
  for (const key of ['draft', 'audience']) if (key in yaml.data && yaml.data[key] === null) input[key] = null
  const { draft = false } = input
  if (isUnpublished(yaml.data) && draft === false) Object.assign(input, { draft: true })
  const problems: { path: readonly PropertyKey[]; message: string }[] = []
  for (let round = 0; round <= 3; round += 1) {
    const result = frontMatterSchema.safeParse(input)
    if (result.success) return { data: withoutPrototype(result.data) as FrontMatter, problems }
    for (const issue of result.error.issues) {
      problems.push({ path: issue.path, message: sentence(issue) })
      leaveOut(input, issue.path)
    }
  }
  return { data: Object.create(null), problems }
}

/** Jekyll's word for a draft. */
function isUnpublished({ published }: Readonly<Record<string, unknown>>): boolean {
  return typeof published !== 'object' && /^(?:false|no|off)$/i.test(String(published))
}

const EXPECTED: Readonly<Record<string, string>> = {
  boolean: '`true` or `false`',
  string: 'text',
  number: 'a number',
  object: 'lines of `key: value`',
}

function sentence(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${EXPECTED[issue.expected] ?? issue.expected}.`
    case 'invalid_value':
      return `must be one of ${issue.values.map((value) => `\`${String(value)}\``).join(', ')}.`
    case 'invalid_union':
      return 'must be text, or a list of texts.'
    default:
      return `${issue.message}.`
  }
}

/** Removes the value at `path`, or the list that it stands in. */
function leaveOut(input: Record<string, unknown>, path: readonly PropertyKey[]): void {
  const [first, second] = path
  const value = input[String(first)]
  if (second === undefined || typeof value !== 'object' || value === null || Array.isArray(value)) {
    delete input[String(first)]
    return
  }
  const copy = withoutPrototype(value) as Record<string, unknown>
  delete copy[String(second)]
  input[String(first)] = copy
}

function withoutPrototype(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPrototype)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, withoutPrototype(inner)])
  return Object.assign(Object.create(null), Object.fromEntries(entries))
}
