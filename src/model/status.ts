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
  /** The page that replaces this one; `effective` is the day from which it does, null for at once. */
  readonly supersededBy: { readonly title: string; readonly effective?: Day | null } | null
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

/** What a main status says of a page's text: it counts, or is about to; it waits; it is past, or was refused. */
export type Standing = 'counts' | 'waits' | 'past'

/** The one place that says which statuses still count; what is past is struck in lists and comes last in search. */
export function standing(name: StatusName): Standing {
  switch (name) {
    case 'draft':
    case 'deferred':
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
    return status('superseded', 'Superseded', '', supersededBy.effective)
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
