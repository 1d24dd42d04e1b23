import { stringify } from 'yaml'
import { republish } from '../markdown/republish.ts'
import type { Page } from '../model/page.ts'
import { markdownText } from '../text/markdown-text.ts'
import { hrefFrom } from '../text/relative.ts'
import { twinOf } from '../text/twin.ts'
import type { Assembly } from './assembly.ts'
import { pageEntry } from './page-file.ts'

/** Text of a page without its title, as Markdown, its links leading to other pages' twins. */
export function pageText(assembly: Assembly, page: Page): string {
  const { resolver } = assembly
  const twin = twinOf(page.route, 'md')
  const text = republish(page.text, {
    link: (target) => {
      const resolved = resolver.link(page, target)
      if (resolved === null) return null
      if (resolved.external) return target
      if (resolved.to === page && resolved.href.startsWith('#')) return resolved.href
      const { to, asset, href } = resolved
      if (to !== null) return hrefFrom(twin, twinOf(to.route, 'md')) + hashOf(href)
      return asset === null ? hrefFrom(twin, page.route) + href : hrefFrom(twin, asset.route)
    },
    image: (target) => {
      const resolved = resolver.image(page, target)
      if (resolved === null) return null
      return resolved.asset === null ? resolved.src : hrefFrom(twin, resolved.asset.route)
    },
  })
  return page.outline.opensWithTitle ? withoutTitle(text) : text
}

/** `PAGE.md`: what is known of the page as front matter, its title, and its text. */
export function pageMarkdown(assembly: Assembly, page: Page): string {
  const { url, status, changedAt, owner, kind, description } = pageEntry(assembly, page)
  const by = assembly.supersededBy.get(page.route)?.[0]
  const about = {
    title: page.title,
    ...(url === null ? { route: page.route } : { url }),
    ...(description === null ? {} : { description }),
    kind,
    ...(status.length === 0 ? {} : { status: status.map(({ words }) => words) }),
    ...(owner === null ? {} : { owner }),
    ...(changedAt === null ? {} : { changed: changedAt }),
    ...(by === undefined ? {} : { superseded_by: { title: by.title, route: by.route } }),
    path: page.path,
  }
  return `---\n${stringify(about, { lineWidth: 0 })}---\n\n# ${markdownText(page.title)}\n\n${pageText(assembly, page)}`
}

const hashOf = (href: string): string => (href.includes('#') ? href.slice(href.indexOf('#')) : '')

/** The first block is the title, in one of Markdown's two ways of writing it. */
function withoutTitle(text: string): string {
  return text.replace(/^(?:[ ]{0,3}#[ \t][^\n]*|[^\n]+\n[ ]{0,3}=+[ \t]*)\n*/, '')
}
