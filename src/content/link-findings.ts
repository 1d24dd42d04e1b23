import { type Finding, finding, type Level } from '../model/finding.ts'
import type { Page, SourceLink } from '../model/page.ts'
import { nearest } from '../text/nearest.ts'
import { visible } from '../text/visible.ts'
import type { Asset } from './asset.ts'
import { folderOf } from './file-names.ts'
import { relativePath } from './join-path.ts'
import type { Problem, ResolvedLink, Resolver } from './links.ts'
import { type Candidate, type Suggest, suggestFrom } from './suggest.ts'

const LEVELS: Readonly<Record<Problem['rule'], Level>> = {
  broken: 'warning',
  anchor: 'warning',
  moved: 'info',
  withheld: 'warning',
  scheme: 'warning',
  empty: 'warning',
  outside: 'warning',
}

interface Told {
  readonly link: SourceLink
  readonly problem: Problem
  readonly resolved: ResolvedLink
  count: number
}

/**
 * What is wrong with the links and images of all pages, in the order of pages and lines; a target that a page names
 * several times is told once, with their number.
 *
 * @param assets - files that images may mean, for suggestions
 * @param looked - pages whose links are looked at, when it is not all
 */
export function linkFindings(
  pages: readonly Page[],
  assets: readonly Asset[],
  resolver: Resolver,
  looked: readonly Page[] = pages,
): Finding[] {
  const suggest = { link: suggestFrom(pages), image: suggestFrom(assets) }
  return looked.flatMap((page) => {
    const told = new Map<string, Told>()
    for (const link of page.outline.links) {
      const resolved = resolver.explain(link.kind, page, link.target)
      if (resolved.problem === null) continue
      const key = `${link.kind} ${link.target}`
      const known = told.get(key)
      if (known === undefined) told.set(key, { link, problem: resolved.problem, resolved, count: 1 })
      else known.count += 1
    }
    return [...told.values()].map((one) => findingOf(page, one, suggest))
  })
}

function findingOf(page: Page, told: Told, suggest: Readonly<Record<SourceLink['kind'], Suggest>>): Finding {
  const { link, problem, count } = told
  const isMissing = link.kind === 'image' && problem.rule === 'broken'
  const rule = isMissing ? 'images/missing' : `${link.kind}s/${problem.rule}`
  const name = problem.rule === 'empty' ? link.text : link.target
  const times = count > 1 ? ` (${count} times on this page)` : ''
  const sentence = `The ${link.kind} “${visible(name.slice(0, 200))}” ${problem.reason}.${hint(page, told, suggest)}${times}`
  return finding(rule, LEVELS[problem.rule], sentence, { path: page.path, line: link.line, column: link.column })
}

function hint(
  page: Page,
  { link, problem, resolved }: Told,
  suggest: Readonly<Record<SourceLink['kind'], Suggest>>,
): string {
  if (problem.wanted === null) return ''
  if (problem.rule === 'anchor') {
    const [near] = problem.wanted.length > 100 ? [] : nearest(problem.wanted, resolved.to?.outline.anchors ?? [])
    return near === undefined ? '' : ` Did you mean “#${visible(near)}”?`
  }
  const near = suggest[link.kind](problem.wanted)
  if (near !== undefined) return ` Did you mean “${visible(asWritten(page, link, near))}”?`
  return /^(?:www\.|[\w-]+\.(?:com|org|net|io|dev|app|co|gov|edu)\b)/i.test(link.target)
    ? ` Did you mean “https://${visible(link.target)}”?`
    : ''
}

/** The suggestion in the manner in which the link was written. */
function asWritten(page: Page, { target }: SourceLink, { path, route }: Candidate): string {
  return /^(?:\/|https?:)/i.test(target) ? route : relativePath(folderOf(page.path), path)
}
