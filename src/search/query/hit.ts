import { type CardStatus, readCard } from './card.ts'
import type { Fragment } from './engine.ts'
import { answerIn, bestSections, markWords, type Place, type SectionHit, type Segment } from './excerpt.ts'
import { pageText } from './page-text.ts'
import { stemAll } from './stem.ts'

/** A page that answers, with everything a result shows. */
export interface Hit {
  /** Pagefind's id of the page. */
  readonly id: string
  readonly route: string
  /** Path of the file in the repository. */
  readonly path: string
  readonly title: string
  /** The title with its matching words marked. */
  readonly titleMarks: readonly Segment[]
  readonly kind: string
  readonly status: CardStatus | null
  readonly owner: string | null
  readonly isPast: boolean
  readonly replacedBy: { readonly title: string; readonly route: string } | null
  /** Labels of the folders above, outermost first. */
  readonly trail: readonly string[]
  /** One or two sections that answer; the first is the best. */
  readonly sections: readonly SectionHit[]
  /** More of the section that answers most of the question; null where none does. */
  readonly answer: SectionHit | null
  readonly score: number
  /** True when the handbook itself names the page for this question. */
  readonly isPinned: boolean
}

const titleShare = 0.9
const pastShare = 0.6
const alikeShare = 0.6

/**
 * Reads a page of the index as a result.
 *
 * @param where.places - where the question's words stand
 * @param where.shown - what is marked: these, and the question as it stands
 * @param given.score - what the words alone gave
 * @param given.total - weight of the whole question
 * @param day - the day of reading, `YYYY-MM-DD`
 */
export function readHit(
  fragment: Fragment,
  where: { readonly places: readonly Place[]; readonly shown: readonly Place[] },
  given: { readonly score: number; readonly total: number },
  day: string,
): Omit<Hit, 'id' | 'isPinned'> {
  const text = pageText(fragment)
  const card = readCard(fragment.filters['card']?.[0], day)
  const title = fragment.meta['title'] ?? ''
  const score = given.score + titleShare * titleBonus(text.titleLength, where.places, given.total, alikeOf(fragment))
  return {
    route: fragment.raw_url ?? fragment.url,
    path: card.path,
    title,
    titleMarks: markWords(title, text, 0, where.shown),
    kind: fragment.filters['kind']?.[0] ?? 'page',
    status: card.status,
    owner: fragment.filters['owner']?.[0] ?? null,
    isPast: card.isPast,
    replacedBy: card.replacedBy,
    trail: card.trail,
    sections: bestSections(text, where.shown),
    answer: answerIn(text, where.places, given.total),
    score: card.isPast ? score * pastShare : score,
  }
}

/** Words that the title could have been written with as well, stemmed. */
const alikeOf = (fragment: Fragment): string => ` ${stemAll(fragment.meta['alike'] ?? '')} `

/**
 * A title that the question covers is what people look for, the more so the less else it says. A word that the title
 * could have been written with as well counts in part.
 */
function titleBonus(titleLength: number, places: readonly Place[], total: number, alike: string): number {
  if (titleLength === 0 || total === 0) return 0
  const inTitle = new Set<number>()
  let asked = 0
  let others = 0
  for (const { term, weight, words } of places) {
    const here = [...words].filter((word) => word < titleLength)
    for (const word of here) inTitle.add(word)
    if (here.length > 0) asked += weight
    else if (alike.includes(` ${stemAll(term)} `)) {
      asked += weight * alikeShare
      others += alikeShare
    }
  }
  return total * Math.min(1, (inTitle.size + others) / titleLength) * Math.sqrt(asked / total)
}

/** Best first; what replaced a page never stands below it. */
export function orderHits(hits: readonly Hit[]): readonly Hit[] {
  const ordered = [...hits].sort(
    (a, b) => Number(b.isPinned) - Number(a.isPinned) || b.score - a.score || (a.route < b.route ? -1 : 1),
  )
  for (const old of ordered.filter(({ replacedBy }) => replacedBy !== null)) {
    const from = ordered.findIndex(({ route }) => route === old.replacedBy?.route)
    const to = ordered.indexOf(old)
    if (from > to) ordered.splice(to, 0, ...ordered.splice(from, 1))
  }
  return ordered
}
