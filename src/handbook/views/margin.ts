import type { Rendered } from '../../markdown/render.ts'
import type { BlockStory } from '../../model/block-history.ts'
import type { PageChange } from '../../model/history.ts'
import type { Page } from '../../model/page.ts'
import type { MarginView, PartMarkView } from '../../model/view.ts'
import { hrefFrom } from '../../text/relative.ts'
import type { Assembly } from '../assembly.ts'
import { whyFileOf } from '../site-routes.ts'
import { type PartWhy, partWhys } from './part-whys.ts'
import { pageChangeRow } from './rows.ts'

/** Fewer notes beside a long text look like an empty margin: then they are one list (DESIGN decision 10). */
const FEWEST_NOTES = 3

/** What is told in the margin of a page. */
export function marginView(assembly: Assembly, page: Page, rendered: Rendered): MarginView {
  if (drawnBlocks(assembly, page).length === 0) return { marks: [], hasNotes: false, origin: null, file: null }
  const whys = whysOfParts(assembly, page, rendered)
  const noted = whys.filter(({ isRecent, isRepeat, told }) => isRecent && !isRepeat && told !== null)
  const hasNotes = noted.length >= FEWEST_NOTES
  const notes = new Set(hasNotes ? noted : [])
  const row = (change: PageChange) => pageChangeRow(assembly, page.route, change)
  const marks = whys
    .filter((why) => why.isChanged || notes.has(why))
    .flatMap((why): PartMarkView[] => {
      const { block, told, isChanged, at } = why
      const part = rendered.parts[at]
      if (part === undefined) return []
      return [
        {
          from: part.from,
          to: part.to,
          anchor: block.id === null ? null : (rendered.blockAnchors.get(block.id) ?? block.id),
          isChanged,
          change: notes.has(why) && told !== null ? row(told) : null,
          word: told !== null && told.change.id !== block.introduced?.change.change.id ? 'Changed' : 'Since',
        },
      ]
    })
  const birth = assembly.changesOfPage.get(page.route)?.at(-1)
  const origin = hasNotes && birth?.touch.kind === 'added' && birth.reasoning !== null ? row(birth) : null
  return { marks, hasNotes, origin, file: hrefFrom(page.route, whyFileOf(page.route)) }
}

/** The blocks of a page that a reader sees: not its front matter and its comments, which say nothing on it. */
export const drawnBlocks = (assembly: Assembly, page: Page): readonly BlockStory[] =>
  assembly.blocksOf(page).filter(({ kind }) => kind !== 'front-matter' && kind !== 'comment')

/** What is told of each part of a page. */
export function whysOfParts(assembly: Assembly, page: Page, rendered: Rendered): readonly PartWhy[] {
  const pagesOf = ({ change }: PageChange): number => change.touches.length
  return partWhys(rendered.parts, drawnBlocks(assembly, page), pagesOf, assembly.history.headAt)
}
