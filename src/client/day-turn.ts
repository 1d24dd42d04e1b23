import { localDay } from '../text/dates.ts'

/**
 * What is said of a page changes on days that were known when the site was built: each of them stands in the page as a
 * template, and the last whose day has come takes the place of what stands there. An item of a list also goes to the
 * group that it belongs to from then on.
 */
class DayTurn extends HTMLElement {
  connectedCallback(): void {
    const today = localDay(new Date())
    const due = [...this.querySelectorAll<HTMLTemplateElement>(':scope > template')].findLast(
      ({ dataset }) => (dataset['from'] ?? '9') <= today,
    )
    if (due === undefined) return
    this.replaceChildren(due.content.cloneNode(true))
    this.hidden = false
    const item = this.closest('li')
    const { group } = due.dataset
    if (item === null || group === undefined) return
    item.classList.toggle('old', due.dataset['past'] === '')
    const from = item.closest('section')
    const to = document.querySelector(`#${CSS.escape(group)}`)
    if (from === null || to === null || from === to) return
    to.querySelector('ul')?.append(item)
    for (const section of [from, to]) count(section)
  }
}

/** A group that is empty is not shown, and the contents say how many items one has. */
function count(section: Element): void {
  const items = section.querySelectorAll('ul > li').length
  section.toggleAttribute('hidden', items === 0)
  const entry = document.querySelector(`.tree a[href="#${CSS.escape(section.id)}"]`)
  entry?.closest('li')?.toggleAttribute('hidden', items === 0)
  const pin = entry?.querySelector('.pin')
  if (pin != null) pin.textContent = String(items)
}
customElements.define('day-turn', DayTurn)
