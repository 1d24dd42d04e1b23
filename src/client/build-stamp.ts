import { buildJson } from './root.ts'

const words = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

/** Commit and day of the build: they change with every build, so they stand in no page. */
class BuildStamp extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const stamp = (await buildJson()) as Record<'commit' | 'committedAt' | 'href', unknown> | null
    if (stamp === null) return
    const { commit, committedAt, href } = stamp
    if (typeof commit !== 'string') return
    const name = commit.slice(0, 7)
    this.append('Built from ', typeof href === 'string' && href.startsWith('https://') ? link(href, name) : name)
    const day = new Date(String(committedAt))
    if (!Number.isNaN(day.getTime())) this.append(` of ${words.format(day)}`)
  }
}

function link(href: string, text: string): HTMLAnchorElement {
  const made = document.createElement('a')
  made.href = href
  made.textContent = text
  return made
}
customElements.define('build-stamp', BuildStamp)
