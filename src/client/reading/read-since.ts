import { routeHere } from '../site-tree.ts'
import { ownReading } from './own.ts'
import type { Mark } from './store.ts'

/**
 * On a page that was read before in this browser: what has changed on it since. What tells that is loaded only where
 * the page did change. The page counts as read when it is left.
 */
class ReadSince extends HTMLElement {
  connectedCallback(): void {
    const { change, ordinal } = this.dataset
    const now: Mark = { id: change ?? '', ordinal: Number(ordinal), at: Date.now() }
    const reading = ownReading()
    const route = routeHere()
    const before = reading.page(route)
    addEventListener('pagehide', () => reading.readPage(route, now))
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') reading.readPage(route, now)
    })
    if (before === null || before.id === now.id) return
    import('./page-news.ts').then(
      ({ tellPageNews }) => tellPageNews(this, before, now),
      () => {},
    )
  }
}
customElements.define('read-since', ReadSince)
