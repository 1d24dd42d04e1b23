import { ownJson } from './root.ts'

const words = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** Commit and day of the build: they change with every build, so they stand in no page. */
class BuildStamp extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const stamp = (await ownJson('_whybook/build.json')) as { commit?: unknown; day?: unknown; href?: unknown } | null
    if (stamp === null) return
    const { commit, day, href } = stamp
    if (typeof commit !== 'string' || commit === '') return
    const name = commit.slice(0, 7)
    const isAddress = typeof href === 'string' && href.startsWith('https://')
    this.append('Built from ', isAddress ? link(href, name) : name)
    if (typeof day === 'string' && !Number.isNaN(Date.parse(day))) this.append(` of ${words.format(new Date(day))}`)
  }
}

function link(href: string, text: string): HTMLAnchorElement {
  const made = document.createElement('a')
  made.href = href
  made.textContent = text
  return made
}
customElements.define('build-stamp', BuildStamp)
