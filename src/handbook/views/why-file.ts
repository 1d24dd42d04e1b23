import type { Rendered } from '../../markdown/render.ts'
import type { PageChange } from '../../model/history.ts'
import type { Page } from '../../model/page.ts'
import type { WhyFile } from '../../model/why-file.ts'
import { names } from '../../text/names.ts'
import type { Assembly } from '../assembly.ts'
import { goneBlocks } from './gone-blocks.ts'
import { drawnBlocks, whysOfParts } from './margin.ts'
import { pageChangeRow } from './rows.ts'

/** What is known of every block of a page. Addresses are relative to the page. */
export function whyFile(assembly: Assembly, page: Page, rendered: Rendered): WhyFile {
  const places = new Map<string, number>()
  const changes: PageChange[] = []
  const place = (change: PageChange | undefined): number => {
    if (change === undefined) return -1
    const known = places.get(change.change.id)
    if (known !== undefined) return known
    places.set(change.change.id, changes.length)
    return changes.push(change) - 1
  }
  const blocks = drawnBlocks(assembly, page)
  const index = new Map(blocks.map((block, at) => [block, at]))
  const parts = whysOfParts(assembly, page, rendered).map(
    ({ at, block, told, isRepeat }) =>
      [at, index.get(block) ?? -1, isRepeat || told === null ? -1 : place(told)] as const,
  )
  const listed = blocks.map(
    ({ id, line, last, introduced }) =>
      [
        (id === null ? null : rendered.blockAnchors.get(id)) ?? id,
        line,
        place(last?.change),
        place(introduced?.change),
      ] as const,
  )
  const gone = goneBlocks(assembly, page).map(({ id, change, href, removed }) => ({
    id,
    change: place(change),
    href,
    was: removed === null || !removed.isText ? null : ([removed.blob, removed.line, removed.endLine] as const),
  }))
  // A heading is linked to by its words; its block's name leads there too.
  const headings = [...rendered.blockAnchors].map(([id, anchor]) => ({ id, change: -1, href: `#${anchor}`, was: null }))
  return {
    schema: 1,
    parts,
    blocks: listed,
    gone: [...headings, ...gone],
    changes: changes.map((change) => {
      const { id, href, title, landedAt, reason, mergeRequest, authors } = pageChangeRow(assembly, page.route, change)
      return {
        id,
        href,
        title,
        landedAt,
        reference: mergeRequest?.reference ?? null,
        people: names(authors),
        pages: change.change.touches.length,
        reason:
          reason === null ? null : { label: reason.label, kind: reason.kind, short: reason.short, html: reason.html },
      }
    }),
  }
}
