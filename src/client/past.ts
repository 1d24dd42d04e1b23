/** What was: a page as it stood on a day, two versions compared. All of it is loaded when it is asked for. */
const show = () => import('./past/show.ts')

class PageVersions extends HTMLElement {
  connectedCallback(): void {
    const details = this.querySelector('details')
    details?.addEventListener('toggle', async () => (await show()).offerVersions(this), { once: true })
  }
}
customElements.define('page-versions', PageVersions)

if (/[?&](?:at|from|to)=/.test(location.search)) void show().then(({ showPast }) => showPast())
