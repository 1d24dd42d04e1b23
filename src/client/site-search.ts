import { keepTyped } from './keep-typed.ts'

/**
 * Search: the link to the results page opens a dialog instead, and the results page answers in place. What does it
 * is loaded only then.
 */
addEventListener('click', (event) => {
  const link = (event.target as Element | null)?.closest?.<HTMLAnchorElement>('a.find')
  if (link == null || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0) return
  event.preventDefault()
  const takeTyped = keepTyped()
  import('./search/dialog.ts').then(
    ({ openSearch }) => openSearch(link.href, takeTyped()),
    () => {
      const typed = takeTyped()
      location.assign(typed === '' ? link.href : `${link.href}?${new URLSearchParams({ q: typed })}`)
    },
  )
})

/** The results page. */
class SiteSearch extends HTMLElement {
  connectedCallback(): void {
    // Without these files its form still leads here.
    import('./search/page.ts').then(
      ({ searchHere }) => searchHere(this),
      () => {},
    )
  }
}
customElements.define('site-search', SiteSearch)
