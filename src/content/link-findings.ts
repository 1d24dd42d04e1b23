import { type Finding, finding, type Level } from '../model/finding.ts'
import type { Page, SourceLink } from '../model/page.ts'
import { nearest } from '../text/nearest.ts'
import { visible } from '../text/visible.ts'
import type { Problem, Resolver } from './links.ts'
import { type Suggest, suggestFrom } from './suggest.ts'

const LEVELS: Readonly<Record<Problem['rule'], Level>> = {
  broken: 'warning',
  anchor: 'warning',
  moved: 'info',
  withheld: 'warning',
  scheme: 'warning',
  empty: 'warning',
  outside: 'warning',
}

/**
 * What is wrong with the links and images of all pages, in the order of pages and lines; a target that a page names
 * several times is told once, with their number.
 *
 * @param files - paths of the files that images may mean, for suggestions
 */
export function linkFindings(pages: readonly Page[], files: readonly string[], resolver: Resolver): Finding[] {
  const suggest = { link: suggestFrom(pages.map((page) => page.path)), image: suggestFrom(files) }
  return pages.flatMap((page) => {
    const told = new Map<
      string,
      { readonly link: SourceLink; readonly problem: Problem; readonly resolved: Page | null; count: number }
    >()
    for (const link of page.outline.links) {
      const { problem, to } = resolver.explain(link.kind, page, link.target)
      if (problem === null) continue
      const key = `${link.kind} ${problem.rule} ${link.target}`
      const known = told.get(key)
      if (known === undefined) told.set(key, { link, problem, resolved: to, count: 1 })
      else known.count += 1
    }
    return [...told.values()].map(({ link, problem, resolved, count }) => {
      const rule =
        link.kind === 'image'
          ? problem.rule === 'broken'
            ? 'images/missing'
            : `images/${problem.rule}`
          : `links/${problem.rule}`
      const reason = `${sentence(link, problem)}${hint(page, link, problem, resolved, suggest)}${count > 1 ? ` (${count} times on this page)` : ''}`
      return finding(rule, LEVELS[problem.rule], reason, { path: page.path, line: link.line, column: link.column })
    })
  })
}

function sentence({ kind, target, text }: SourceLink, { rule, reason }: Problem): string {
  const name = rule === 'empty' ? visible(text.slice(0, 80)) : visible(target.slice(0, 200))
  return `The ${kind} “${name}” ${reason}.`
}

function hint(
  page: Page,
  link: SourceLink,
  { rule, path }: Problem,
  to: Page | null,
  suggest: Record<SourceLink['kind'], Suggest>,
): string {
  if (path === null) return ''
  if (rule === 'anchor') {
    const [near] = nearest(path, to?.outline.anchors ?? [])
    return near === undefined ? '' : ` Did you mean “#${visible(near)}”?`
  }
  const near = suggest[link.kind](page.path, path)
  return near === null ? '' : ` Did you mean “${visible(near)}”?`
}
