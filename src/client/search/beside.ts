import type { Hit } from '../../search/query/hit.ts'
import { el } from './dom.ts'
import { resultItem } from './results.ts'

/** Shows what is found beside the pages below them; nothing of it stays where there is none. */
export function showBeside(
  section: HTMLElement,
  heading: string,
  hits: readonly Hit[],
  more: string | null = null,
): void {
  section.hidden = hits.length === 0
  if (hits.length === 0) {
    section.replaceChildren()
    return
  }
  const list = el('ol', { class: 'hits', 'aria-label': heading }, ...hits.map((hit) => resultItem(hit, false)))
  const sentence = more === null ? [] : [el('p', { class: 'quiet' }, more)]
  section.replaceChildren(el('h2', {}, heading), list, ...sentence)
}
