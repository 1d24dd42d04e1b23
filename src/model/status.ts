import { addSpan, daysBetween } from '../text/span.ts'
import type { FrontMatter, Kind } from './front-matter.ts'
import type { Day } from './ids.ts'
import type { StatusName } from './view.ts'

/** A status with the date it comes with, as LOOK.md section 6 words it. */
export interface Status {
  readonly name: StatusName
  /** The word that is read: `In force`. */
  readonly label: string
  /** Word between label and date: `since`, `from`, `until`, `open until`; empty for none. */
  readonly dateWord: string
  /** Null where nobody wrote a date. */
  readonly date: Day | null
}

/** What a page's status follows from. */
export interface StatusInput {
  readonly kind: Kind
  readonly frontMatter: FrontMatter
  /**
   * The page that replaces this one; `effective` is the day from which it does, null for at once; `since` the day that
   * is named then.
   */
  readonly supersededBy: { readonly title: string; readonly effective?: Day | null; readonly since?: Day | null } | null
  /** What the folder rules say of the page; front matter goes before it. */
  readonly rule: { readonly review?: string | undefined; readonly controlled?: boolean | undefined }
}

/** Days before a review is due from which on it is said. */
const NOTICE = 30

/**
 * Statuses of a page on a day: the main one first (at most one), then review, then controlled.
 *
 * A plain page has no main status unless its front matter has a date or a draft mark that says so.
 *
 * @param day - the day it is judged on, `until` and `effective` included
 */
export function statusesAt(input: StatusInput, day: Day): readonly Status[] {
  const main = mainStatus(input, day)
  const statuses = main === null ? [] : [main]
  if (main === null || standing(main.name) === 'counts') {
    const review = reviewStatus(input, day)
    if (review !== null) statuses.push(review)
  }
  if (input.frontMatter.controlled ?? input.rule.controlled ?? false) {
    statuses.push(status('controlled', 'Controlled document'))
  }
  return statuses
}

/**
 * The days after `day` on which the statuses of a page may be others, in their order: so much is known beforehand, so
 * that what was built today can be read aright tomorrow.
 */
export function turningDays(input: StatusInput, day: Day): readonly Day[] {
  const { effective, until } = input.frontMatter
  const due = reviewDueOn(input)
  const days = [
    effective,
    until === undefined ? null : addSpan(until, '1 day'),
    input.supersededBy?.effective,
    due === null ? null : addSpan(due, `-${NOTICE} days`),
    due === null ? null : addSpan(due, '1 day'),
  ]
  const later = days.filter((each): each is Day => each != null && each > day)
  return [...new Set(later)].toSorted()
}

/** A status as words with its date as ISO: `In force from 2026-06-01`, `Proposed, open until 2026-06-01`. */
export function statusText({ label, dateWord, date }: Omit<Status, 'date'> & { readonly date: string | null }): string {
  if (date === null) return label
  return [dateWord.includes(' ') ? `${label},` : label, dateWord, date].filter((word) => word !== '').join(' ')
}

/**
 * The day by which a page has to be reviewed again, or null when nothing says how often.
 *
 * Counts from the last review, else from the day it took effect or was decided.
 */
export function reviewDueOn({ frontMatter, rule }: Pick<StatusInput, 'frontMatter' | 'rule'>): Day | null {
  const every = frontMatter.review?.every ?? rule.review
  const last = frontMatter.review?.last ?? frontMatter.effective ?? frontMatter.decided
  return every === undefined || last === undefined ? null : addSpan(last as Day, every)
}

const RANK: readonly StatusName[] = ['force', 'later', 'proposed', 'accepted', 'draft', 'deferred']

/** Place of a main status in lists: in force, proposed, accepted, then what no longer counts; lower comes first. */
export function statusRank(name: StatusName | null): number {
  // A page that claims nothing stands beside those in force.
  if (name === null) return 0
  const rank = RANK.indexOf(name)
  return rank === -1 ? RANK.length : rank
}

/** What a main status says of a page's text: it counts, or is open; it waits for a day; it is past, or was refused. */
export type Standing = 'counts' | 'waits' | 'past'

/** The one place that says which statuses still count; what is past is struck in lists and comes last in search. */
export function standing(name: StatusName): Standing {
  switch (name) {
    case 'draft':
    case 'deferred':
    case 'later':
      return 'waits'
    case 'ended':
    case 'superseded':
    case 'rejected':
    case 'withdrawn':
      return 'past'
    default:
      return 'counts'
  }
}

function mainStatus(input: StatusInput, day: Day): Status | null {
  const { kind, frontMatter, supersededBy } = input
  if (frontMatter.draft === true) return status('draft', 'Draft')
  if (supersededBy !== null && (supersededBy.effective ?? day) <= day) {
    return status('superseded', 'Superseded', '', supersededBy.effective ?? supersededBy.since)
  }
  // Whoever wrote it was early: until its successor takes effect, the old rule is the rule.
  if (supersededBy !== null && frontMatter.status === 'superseded') {
    return mainStatus({ ...input, supersededBy: null, frontMatter: { ...frontMatter, status: 'accepted' } }, day)
  }
  // A policy or page that says `status: withdrawn` is never shown as in force.
  const isDecided = frontMatter.status !== undefined && frontMatter.status !== 'accepted'
  if (kind === 'decision' || isDecided) return decisionStatus(frontMatter, day)
  return validity(frontMatter, day) ?? (kind === 'policy' ? status('force', 'In force') : null)
}

/** In force, not yet, no longer: by the dates alone; null without one. */
function validity({ effective, until }: FrontMatter, day: Day): Status | null {
  if (until !== undefined && until < day) return status('ended', 'Ended', '', until)
  if (effective !== undefined && effective > day) return status('later', 'In force', 'from', effective)
  if (effective !== undefined) return status('force', 'In force', 'since', effective)
  return until === undefined ? null : status('force', 'In force', 'until', until)
}

function decisionStatus({ status: written, decided, until, effective }: FrontMatter, day: Day): Status | null {
  switch (written ?? (decided === undefined ? undefined : 'accepted')) {
    case 'proposed':
      return status('proposed', 'Proposed', until === undefined ? '' : 'open until', until)
    case 'accepted':
      if (until !== undefined && until < day) return status('ended', 'Ended', '', until)
      if (effective !== undefined && effective > day) return status('later', 'Accepted, in force', 'from', effective)
      return status('accepted', 'Accepted', '', decided ?? effective)
    case 'rejected':
      return status('rejected', 'Rejected', '', decided)
    case 'deferred':
      return status('deferred', 'Deferred', until === undefined ? '' : 'until', until ?? decided)
    case 'withdrawn':
      return status('withdrawn', 'Withdrawn', '', decided)
    case 'superseded':
      return status('superseded', 'Superseded')
    default:
      return null
  }
}

function reviewStatus(input: StatusInput, day: Day): Status | null {
  const due = reviewDueOn(input)
  const days = due === null ? null : daysBetween(day, due)
  if (days === null || days > NOTICE) return null
  return days < 0 ? status('overdue', 'Review was due', '', due) : status('due', 'Review due', '', due)
}

function status(name: StatusName, label: string, dateWord = '', date: string | null | undefined = null): Status {
  return { name, label, dateWord, date: (date ?? null) as Day | null }
}
