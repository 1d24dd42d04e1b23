import type { FrontMatter } from '../model/front-matter.ts'

/** What a record of a decision says of itself in its text. */
export interface RecordText {
  /** As it is written: `Superseded by [9. Use X](0009-use-x.md)`; one line for each; null where it says nothing. */
  readonly status: readonly string[] | null
  readonly date: string | null
  readonly deciders: readonly string[]
  readonly consulted: readonly string[]
  readonly informed: readonly string[]
  /** Pages that it says it supersedes, as links or numbers. */
  readonly supersedes: readonly string[]
  readonly options: readonly string[]
  readonly chosen: string | null
}

/** Lines that are looked at: the head of a record and its options stand at its top. */
const MOST_LINES = 2000
const MOST_OPTIONS = 30
const MOST_LENGTH = 300

type People = 'deciders' | 'consulted' | 'informed'

const FIELDS: Readonly<Record<string, 'status' | 'date' | People>> = {
  status: 'status',
  date: 'date',
  deciders: 'deciders',
  'decision makers': 'deciders',
  'decision-makers': 'deciders',
  'decided by': 'deciders',
  consulted: 'consulted',
  informed: 'informed',
}

/**
 * Reads the head of a record as MADR, log4brains and adr-tools write it: `* Status: accepted` or `Date: 2026-03-01`
 * above the first section, or a section `## Status`; the options under a heading that calls them so; what it supersedes
 * wherever its status or links say so.
 *
 * @param body - Markdown without front matter
 */
export function recordText(body: string): RecordText {
  const sections = sectionsOf(body)
  const fields: Record<'status' | 'date' | People, string[]> = {
    status: [],
    date: [],
    deciders: [],
    consulted: [],
    informed: [],
  }
  for (const line of sections[0]?.lines ?? []) {
    const [, name = '', value = ''] =
      /^\s*(?:[-*+]\s+)?[*_]{0,2}([A-Za-z][A-Za-z -]{2,20}?)[*_]{0,2}:[*_]{0,2}\s*(.*)$/.exec(line) ?? []
    const field = FIELDS[name.toLowerCase()]
    if (field !== undefined && value.trim() !== '') fields[field].push(tidy(value))
  }
  for (const { title, lines } of sections.slice(1)) {
    const field = FIELDS[title.toLowerCase()]
    if (field !== undefined) fields[field].push(...lines.map(tidy).filter((line) => line !== ''))
  }
  const links = sections.filter(({ title }) => /^(?:links|related|more information)/i.test(title))
  const told = [...fields.status, ...links.flatMap(({ lines }) => lines.map(tidy))]
  return {
    status: fields.status.length === 0 ? null : fields.status,
    date: fields.date.map(dayIn).find((day) => day !== null) ?? null,
    deciders: peopleIn(fields.deciders),
    consulted: peopleIn(fields.consulted),
    informed: peopleIn(fields.informed),
    supersedes: told.flatMap((line) => (/^super[sc]ede[sd]? (?!by)/i.test(line) ? namesIn(line) : [])),
    options: optionsIn(sections),
    chosen: chosenIn(sections),
  }
}

/** A status as our word, with what supersedes the record and the day, as far as it names them. */
export function recordStatus(
  lines: readonly string[],
): Pick<FrontMatter, 'status' | 'superseded_by'> & { readonly date: string | null } {
  const date = lines.map(dayIn).find((day) => day !== null) ?? null
  const superseded = lines.filter((line) => /super[sc]eded/i.test(line) && !isTemplate(line))
  if (superseded.length > 0) {
    const by = superseded.flatMap((line) => namesIn(line.replace(/^.*?\bby\b/i, '')))
    return { status: 'superseded', ...(by.length > 0 && { superseded_by: by }), date }
  }
  for (const line of lines.filter((each) => !isTemplate(each))) {
    const status = WORDS.find(([pattern]) => pattern.test(line))?.[1]
    if (status !== undefined) return { status, date }
  }
  return { date }
}

const WORDS: readonly (readonly [RegExp, FrontMatter['status']])[] = [
  [/\b(?:rejected|declined|refused)\b/i, 'rejected'],
  [/\b(?:deprecated|obsolete|retired|withdrawn|cancelled|abandoned)\b/i, 'withdrawn'],
  [/\b(?:deferred|postponed|on hold|parked)\b/i, 'deferred'],
  [/\b(?:proposed|proposal|pending|draft|in review|under review|in discussion|open)\b/i, 'proposed'],
  [/\b(?:accepted|approved|agreed|decided|adopted|implemented|active|done)\b/i, 'accepted'],
]

/** A template that nobody filled in offers all words at once. */
const isTemplate = (line: string): boolean => line.includes('|') || /^[{[<].*[}\]>]$/.test(line)

interface Section {
  readonly title: string
  readonly depth: number
  readonly lines: string[]
}

/** The text by its headings, code left out; the first section is what stands above the first heading below the title. */
function sectionsOf(body: string): readonly Section[] {
  const sections: Section[] = [{ title: '', depth: 1, lines: [] }]
  let fence: string | null = null
  for (const line of body.split(/\r\n|\r|\n/, MOST_LINES)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (mark !== undefined) {
      if (fence === null) fence = mark
      else if (mark.startsWith(fence)) fence = null
      continue
    }
    if (fence !== null || line.length > 5000) continue
    const [, hashes, title = ''] = /^(#{1,6})[ \t]+([^\n]*?)[ \t#]*$/.exec(line) ?? []
    if (hashes === undefined) sections.at(-1)?.lines.push(line)
    else if (hashes.length > 1) sections.push({ title: tidy(title), depth: hashes.length, lines: [] })
  }
  return sections
}

const OPTIONS =
  /^(?:considered options|options considered|options|alternatives considered|alternatives|considered alternatives)$/i

/** Items of the list of options; where there is no list, the headings below. */
function optionsIn(sections: readonly Section[]): readonly string[] {
  const at = sections.findIndex(({ title }) => OPTIONS.test(title))
  const section = sections[at]
  if (section === undefined) return []
  const items = section.lines.flatMap((line) => /^(?:[-*+]|\d{1,3}[.)])[ \t]+(.+)$/.exec(line)?.[1] ?? []).map(tidy)
  const rest = sections.slice(at + 1)
  const end = rest.findIndex(({ depth }) => depth <= section.depth)
  const below = rest.slice(0, end === -1 ? undefined : end).filter(({ depth }) => depth === section.depth + 1)
  const options = items.length > 0 ? items : below.map(({ title }) => title)
  return options.filter((option) => option !== '' && !/^\{.*\}$|^(?:\.{3}|…)$/.test(option)).slice(0, MOST_OPTIONS)
}

function chosenIn(sections: readonly Section[]): string | null {
  for (const { lines } of sections) {
    for (const line of lines) {
      const rest = /^\s*(?:[-*+]\s+)?[*_]{0,2}chosen option[*_]{0,2}:[*_]{0,2}\s*(.+)$/i.exec(line)?.[1]
      if (rest === undefined) continue
      const plain = tidy(rest)
      const chosen = /^["“'`](.{1,290}?)["”'`]/.exec(plain)?.[1] ?? plain.replace(/(?:,? because\b|[,.;]\s).*$/i, '')
      return /^\{.*\}$/.test(chosen) ? null : chosen
    }
  }
  return null
}

/** Pages that a line names: its links into the handbook, else the numbers of records. */
function namesIn(line: string): readonly string[] {
  const links = [...line.matchAll(/\]\(<?([^)\s>]+)>?/g)].flatMap(([, target = '']) => target)
  const own = links.filter((target) => !/^(?:[a-z][a-z0-9+.-]*:|#)/i.test(target))
  if (links.length > 0) return own
  const bare = /(?:^|\s)((?:[A-Z]+-)?\d{1,5}(?:-[\w-]+)?(?:\.md)?)(?![\d-])/i.exec(line)?.[1]
  return bare === undefined ? [] : [bare]
}

/** One line of text as people read it: no emphasis, struck text gone, links kept for who looks for them. */
function tidy(text: string): string {
  return text
    .replace(/<!--.*?-->/g, '')
    .replace(/~~.*?~~/g, '')
    .replace(/^\s*(?:[-*+>]\s+)?/, '')
    .replace(/\*\*|__|`/g, '')
    .replace(/^[*_](.*)[*_]$/, '$1')
    .trim()
    .slice(0, MOST_LENGTH)
}

/** A day as ISO writes it, or as some do with slashes; null for every other text. */
export function dayIn(text: string): string | null {
  const [, year, month, day] = /(?<!\d)(\d{4})[-/](\d{2})[-/](\d{2})(?!\d)/.exec(text) ?? []
  if (year === undefined) return null
  const iso = `${year}-${month}-${day}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null
}

/** Names of people in a line or a list; links are their texts. */
function peopleIn(lines: readonly string[]): readonly string[] {
  return lines
    .flatMap((line) => line.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').split(/[,;]/))
    .map((name) => name.trim())
    .filter((name) => name !== '' && !/^[{[].*[}\]]$/.test(name) && !/^[[{]?list everyone/i.test(name))
    .slice(0, MOST_OPTIONS)
}
