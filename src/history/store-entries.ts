import type { CommitDetail, MergeRequestReference, Reasoning, ReasoningSource } from '../model/history.ts'
import type { NumberReader, NumberWriter, TextReader } from './columns.ts'
import type { Entry } from './index-data.ts'
import { InstantColumn } from './instant.ts'
import { BranchReasonsIn, BranchReasonsOut } from './store-branches.ts'
import type { ColumnsIn, ColumnsOut } from './store-columns.ts'
import { EventsIn, EventsOut } from './store-events.ts'
import { HeadingsIn, HeadingsOut } from './store-headings.ts'
import { NamesIn, NamesOut } from './store-names.ts'

const SOURCES: readonly ReasoningSource[] = ['note', 'description', 'merge', 'squash', 'branch', 'later']
const REASON_KINDS: readonly Reasoning['kind'][] = ['why', 'what']
const MARKS = ['#', '!']

/** Writes entries column by column. */
export function encodeEntries(entries: readonly Entry[], out: ColumnsOut): void {
  const people = new NamesOut(out.texts('people'))
  const projects = new NamesOut(out.texts('projects'))
  const dates = new InstantColumn()
  const branches = new BranchReasonsOut(out)
  const events = new EventsOut(out)
  const headings = new HeadingsOut(out)
  for (const entry of entries) {
    out.id(entry.id)
    dates.add(entry.at, out.numbers('at'), out.numbers('zone'))
    out.texts('titles').add(entry.title)
    out.numbers('titles of branches').add(entry.titleFrom === 'branch' ? 1 : 0)
    addReasoning(entry.reasoning, out)
    branches.add(entry.branchReasons)
    addReference(entry.mergeRequest, out, projects)
    addAll(entry.authors, out.numbers('authors'), (name) => people.number(name))
    out.numbers('merged by').add(entry.mergedBy === null ? 0 : people.number(entry.mergedBy) + 1)
    out.numbers('commits').add(entry.commits.length)
    for (const { id, title, authors } of entry.commits) {
      out.id(id)
      out.texts('commit titles').add(title)
      addAll(authors, out.numbers('commit authors'), ({ name }) => people.number(name))
    }
    out.numbers('lane').add(entry.lane)
    addAll(entry.joins, out.numbers('joins'), (lane) => lane)
    out.numbers('events').add(entry.events.length)
    for (const event of entry.events) events.add(event)
    headings.add(entry.headings)
  }
}

/** Reads them back. @throws when a column is shorter than it should be */
export function decodeEntries(count: number, idBytes: number, from: ColumnsIn): readonly Entry[] {
  const people = new NamesIn(from.texts('people'))
  const projects = new NamesIn(from.texts('projects'))
  const dates = new InstantColumn()
  const branches = new BranchReasonsIn(from)
  const events = new EventsIn(from)
  const headings = new HeadingsIn(from)
  const [at, zone, reasons, marks, references] = ['at', 'zone', 'reasons', 'marks', 'references'].map((name) =>
    from.numbers(name),
  ) as [NumberReader, NumberReader, NumberReader, NumberReader, NumberReader]
  const [fromBranch, authors, mergedBy, commits, commitAuthors, lane, joins, eventCounts] = [
    ...['titles of branches', 'authors', 'merged by', 'commits', 'commit authors', 'lane', 'joins', 'events'],
  ].map((name) => from.numbers(name)) as [
    ...[NumberReader, NumberReader, NumberReader, NumberReader, NumberReader, NumberReader, NumberReader, NumberReader],
  ]
  const titles = from.texts('titles')
  const commitTitles = from.texts('commit titles')
  const reasonTexts = from.texts('reasons')
  const nameOf = () => people.next(authors)

  return times(count, () => ({
    id: from.id(idBytes),
    at: dates.next(at, zone),
    title: titles.next(),
    titleFrom: fromBranch.next() === 1 ? 'branch' : 'entry',
    reasoning: nextReasoning(reasons, reasonTexts),
    branchReasons: branches.next(),
    mergeRequest: nextReference(marks, references, projects),
    authors: nextAll(authors, nameOf),
    mergedBy: people.nextOrNull(mergedBy),
    commits: times(commits.next(), () => nextCommit(from, idBytes, commitTitles, commitAuthors, people)),
    lane: lane.next(),
    joins: nextAll(joins, () => joins.next()),
    events: times(eventCounts.next(), () => events.next()),
    headings: headings.next(),
  }))
}

function nextCommit(
  from: ColumnsIn,
  idBytes: number,
  titles: TextReader,
  authors: NumberReader,
  people: NamesIn,
): CommitDetail {
  const id = from.id(idBytes)
  return { id, title: titles.next(), authors: nextAll(authors, () => ({ name: people.next(authors) })) }
}

function addReasoning(reasoning: Reasoning | null, out: ColumnsOut): void {
  const code =
    reasoning === null
      ? 0
      : 1 + REASON_KINDS.indexOf(reasoning.kind) + REASON_KINDS.length * SOURCES.indexOf(reasoning.source)
  out.numbers('reasons').add(code)
  if (reasoning !== null) out.texts('reasons').add(reasoning.text)
}

function nextReasoning(codes: NumberReader, texts: TextReader): Reasoning | null {
  const code = codes.next() - 1
  if (code < 0) return null
  const kind = REASON_KINDS[code % REASON_KINDS.length] ?? 'what'
  return { text: texts.next(), kind, source: SOURCES[Math.floor(code / REASON_KINDS.length)] ?? 'squash' }
}

function addReference(reference: MergeRequestReference | null, out: ColumnsOut, projects: NamesOut): void {
  out.numbers('marks').add(reference === null ? 0 : 1 + MARKS.indexOf(reference.reference.charAt(0)))
  if (reference === null) return
  out.numbers('references').add(reference.number)
  out.numbers('references').add(reference.project === null ? 0 : projects.number(reference.project) + 1)
}

function nextReference(marks: NumberReader, numbers: NumberReader, projects: NamesIn): MergeRequestReference | null {
  const mark = marks.next()
  if (mark === 0) return null
  const number = numbers.next()
  return { reference: `${MARKS[mark - 1]}${number}`, number, project: projects.nextOrNull(numbers) }
}

function addAll<Value>(values: readonly Value[], column: NumberWriter, numberOf: (value: Value) => number): void {
  column.add(values.length)
  for (const value of values) column.add(numberOf(value))
}

function nextAll<Value>(column: NumberReader, next: () => Value): readonly Value[] {
  return times(column.next(), next)
}

/** A plain loop: `Array.from` takes several times as long for a list of two. */
function times<Value>(count: number, next: () => Value): readonly Value[] {
  const values: Value[] = []
  for (let index = 0; index < count; index += 1) values.push(next())
  return values
}
