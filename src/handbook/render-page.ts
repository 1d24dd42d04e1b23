import type { Resolver } from '../content/links.ts'
import { type Rendered, renderMarkdown } from '../markdown/render.ts'
import type { Page } from '../model/page.ts'

/** Renders a page of the handbook; a page is rendered once. */
export type RenderPage = (page: Page) => Rendered

/** Renders pages with their links resolved; results are kept while the handbook is open. */
export function pageRenderer(resolver: Resolver, remoteImages: 'allow' | 'link'): RenderPage {
  const done = new WeakMap<Page, Rendered>()
  return (page) => {
    const known = done.get(page)
    if (known !== undefined) return known
    const rendered = renderMarkdown(page.text, {
      bodyLine: page.bodyLine,
      lines: page.lines,
      dropTitle: page.outline.opensWithTitle,
      numberSections: isNumbered(page),
      link: (target) => resolver.link(page, target),
      image: (source) => resolver.image(page, source),
      remoteImages,
    })
    done.set(page, rendered)
    return rendered
  }
}

/** Sections get numbers where there are several and their author has not numbered them. */
function isNumbered({ outline }: Page): boolean {
  const sections = outline.headings.filter((heading) => heading.depth === 2)
  return sections.length > 1 && !sections.some((heading) => /^\W*\d/.test(heading.text))
}
