import type { IconName } from '../../components/icons.ts'
import { statusIcon } from '../../components/statuses.ts'
import type { StatusName } from '../../model/view.ts'
import type { CardStatus } from '../../search/query/card.ts'
import type { SectionHit, Segment } from '../../search/query/excerpt.ts'
import type { Hit } from '../../search/query/hit.ts'
import { dayWords } from '../../text/dates.ts'
import { addressOf } from '../site-tree.ts'
import { el, icon } from './dom.ts'
import { kindName } from './wording.ts'

/**
 * A result as a list item: how it stands, where, its title, and the sections that answer; of the first more, where it
 * answers most of the question.
 */
export function resultItem(hit: Hit, isFirst: boolean): HTMLLIElement {
  const { status } = hit
  const tags = [
    status && statusTag(status),
    status === null || status.date === null || isInside(status)
      ? null
      : el('span', {}, `${status.dateWord} `, time(status.date)),
    hit.kind === 'page' ? null : el('span', {}, kindName(hit.kind)),
    hit.trail.length === 0 ? null : el('span', { class: 'trail', dir: 'auto' }, hit.trail.join(' / ')),
  ].filter((tag) => tag !== null)
  return el(
    'li',
    hit.isPast ? { class: 'old' } : {},
    tags.length === 0 ? null : el('div', { class: 'tags' }, ...tags),
    el('a', { class: 't', href: addressOf(hit.route), dir: 'auto' }, ...marked(hit.titleMarks)),
    hit.replacedBy &&
      el(
        'span',
        { class: 'quiet instead' },
        'read instead: ',
        el('a', { href: addressOf(hit.replacedBy.route), dir: 'auto' }, hit.replacedBy.title),
      ),
    isFirst && hit.answer !== null
      ? el('div', { class: 'sub answer' }, sectionLine(hit, hit.answer))
      : el('div', { class: 'sub' }, ...hit.sections.map((section) => sectionLine(hit, section))),
  )
}

/** A section leads to its anchor; what stands before the first heading is where the title leads already. */
function sectionLine(hit: Hit, section: SectionHit): HTMLElement {
  const text = marked(section.excerpt)
  if (section.id === null) return el('p', { dir: 'auto' }, ...text)
  const href = `${addressOf(hit.route)}#${encodeURIComponent(section.id)}`
  return el('a', { href, dir: 'auto' }, el('b', {}, ...marked(section.headingMarks)), ' ', ...text)
}

function statusTag(status: CardStatus): HTMLElement {
  const shape: IconName | undefined = statusIcon[status.name as StatusName]
  const words = [status.label, ...(isInside(status) ? [status.dateWord, dayWords(status.date ?? '')] : [])]
  return el(
    'span',
    { class: shape === undefined ? 'tag' : `tag ${status.name}` },
    shape === undefined ? null : icon(shape),
    el('span', {}, words.filter((word) => word !== '').join(' ')),
  )
}

/** Where the date belongs to the words of the tag. */
const isInside = ({ name, date }: CardStatus): boolean =>
  date !== null && ['later', 'ended', 'due', 'overdue', 'proposed'].includes(name)

const time = (day: string): HTMLElement => el('time', { datetime: day }, dayWords(day))

const marked = (segments: readonly Segment[]): readonly (HTMLElement | string)[] =>
  segments.map(({ text, isMatch }) => (isMatch ? el('mark', {}, text) : text))
