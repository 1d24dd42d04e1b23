import type { Resolver } from '../content/links.ts'
import type { AnchoredBlock } from '../markdown/block-anchors.ts'
import { areNumbered } from '../markdown/page-shape.ts'
import { type Rendered, renderMarkdown } from '../markdown/render.ts'
import type { Page } from '../model/page.ts'

/** Renders a page of the handbook; a page is rendered once. */
export type RenderPage = (page: Page) => Rendered

/** Renders pages with their links resolved; results are kept while the handbook is open. */
export function pageRenderer(
  resolver: Resolver,
  remoteImages: 'allow' | 'link',
  blocksOf: (page: Page) => readonly AnchoredBlock[],
): RenderPage {
  const done = new WeakMap<Page, Rendered>()
  return (page) => {
    const known = done.get(page)
    if (known !== undefined) return known
    const rendered = renderMarkdown(page.text, {
      bodyLine: page.bodyLine,
      lines: page.lines,
      dropTitle: page.outline.opensWithTitle,
      numberSections: areNumbered(page.outline.headings),
      link: (target) => resolver.link(page, target),
      image: (source) => resolver.image(page, source),
      remoteImages,
      blocks: blocksOf(page),
    })
    done.set(page, rendered)
    return rendered
  }
}
