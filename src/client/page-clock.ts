import { dueWords, nearWords } from './clock-words.ts'

/** Words a date of the page for the reader's own day; the date itself stays within reach. */
class PageClock extends HTMLElement {
  connectedCallback(): void {
    const time = this.querySelector('time')
    if (time === null) return
    const words = (this.getAttribute('mode') === 'due' ? dueWords : nearWords)(time.dateTime, new Date())
    if (words === null) return
    time.title = time.textContent ?? ''
    time.textContent = words
  }
}
customElements.define('page-clock', PageClock)
