import type { Day, Route } from '../../model/ids.ts'
import type { Page, TreeNode } from '../../model/page.ts'
import { standing } from '../../model/status.ts'
import type { ListItemView } from '../../model/view.ts'
import { hrefFrom } from '../../text/relative.ts'
import type { Assembly } from '../assembly.ts'
import { dayOf } from '../words.ts'
import { decidersOf } from './facts.ts'
import { pageStatuses, turnsOf } from './status.ts'

/** A page as an entry of a list, with its status and the day that counts for it. */
export function pageItem(assembly: Assembly, from: Route, page: Page): ListItemView {
  const { decided, effective } = page.frontMatter
  const changed = assembly.changesOfPage.get(page.route)?.[0]?.change.landedAt ?? null
  const told = (day: Day) => {
    const status = pageStatuses(assembly, from, page, day)[0] ?? null
    return { status, isPast: status !== null && standing(status.name) === 'past' }
  }
  return {
    title: page.title,
    href: hrefFrom(from, page.route),
    description: page.description ?? page.outline.firstParagraph,
    kind: page.kind,
    ...told(assembly.today),
    turns: turnsOf(assembly, page, told).map(({ from: day, told: then }) => ({ from: day, ...then })),
    owner: page.owner,
    deciders: page.kind === 'decision' ? decidersOf(page) : null,
    folder: assembly.standing.get(page.route)?.above.slice(1).at(-1)?.label ?? null,
    date: decided ?? effective ?? (changed === null ? null : dayOf(changed)),
    count: null,
  }
}

/** What stands directly below a folder: its pages and folders. */
export function childItems(assembly: Assembly, from: Route, node: TreeNode): readonly ListItemView[] {
  return node.children.map((child) => {
    const page = child.path === null ? undefined : assembly.content.byPath.get(child.path)
    const count = child.children.length > 0 ? child.count : null
    if (page !== undefined) return { ...pageItem(assembly, from, page), count }
    return {
      title: child.label,
      href: hrefFrom(from, child.route),
      description: null,
      kind: 'page' as const,
      status: null,
      turns: [],
      owner: null,
      deciders: null,
      isPast: false,
      folder: null,
      date: null,
      count,
    }
  })
}
