import { noteVisit } from './visit.ts'

/** On Home and Changes: what has changed since this browser was here last. Loaded only where something has. */
class SinceVisit extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const visit = await noteVisit()
    if (visit === null || visit.before.id === visit.now.id) return
    const { tellNews } = await import('./visit-news.ts')
    await tellNews(this, visit.before)
  }
}
customElements.define('since-visit', SinceVisit)

// Every page is a visit.
void noteVisit()
