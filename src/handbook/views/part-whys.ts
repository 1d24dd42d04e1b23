import type { PagePart } from '../../markdown/render.ts'
import type { PageChange } from '../../model/history.ts'
import type { Instant } from '../../model/ids.ts'
import type { BlockWhy } from '../block-why.ts'

/** A part of a page with what its margin tells of it. */
export interface PartWhy {
  /** Position among the parts of the page. */
  readonly at: number
  /** The block of the part that changed last. */
  readonly block: BlockWhy
  /** The change whose words the note has: the first of the block's two that has any, a `why` before a `what`. */
  readonly told: PageChange | null
  /** Changed in the last twelve months or in the page's last changes of substance. */
  readonly isRecent: boolean
  /** Changed in the last twelve months, and not only written then with the whole page. */
  readonly isChanged: boolean
  /** The one before it in a row tells the same. */
  readonly isRepeat: boolean
}

const DAY = 86_400_000
/** Changes of substance of a page whose blocks are recent, however long ago they landed (LOOK 4). */
const RECENT = 5
/** A change that touched more pages tells of all of them, and seldom of one paragraph (DESIGN decision 10). */
export const MOST_PAGES = 20

/**
 * Which parts of a page have something to tell in its margin, in order.
 *
 * A note belongs to the part at the top of the page and tells of the block in it that changed last. Changes of more than
 * {@link MOST_PAGES} pages are neither recent nor a bar: on real handbooks they are formatting, moves and imports, and
 * would stand beside every paragraph.
 *
 * @param pagesOf - how many pages a change touched
 * @param headAt - twelve months are counted back from it
 */
export function partWhys(
  parts: readonly PagePart[],
  blocks: readonly BlockWhy[],
  pagesOf: (change: PageChange) => number,
  headAt: Instant | null,
): readonly PartWhy[] {
  const newestFirst = [...new Set(blocks.flatMap(({ substance }) => substance))].sort(byLanding)
  const birth = newestFirst.at(-1)
  const isMass = (change: PageChange): boolean => pagesOf(change) > MOST_PAGES
  const lately = new Set(newestFirst.filter((change) => !isMass(change)).slice(0, RECENT))
  const yearAgo = headAt === null ? Number.POSITIVE_INFINITY : Date.parse(headAt) - 365 * DAY
  const isOfYear = ({ change }: PageChange): boolean =>
    change.landedAt !== null && Date.parse(change.landedAt) > yearAgo
  const own = blocksOf(parts, blocks)
  const whys: PartWhy[] = []
  let before: PageChange | null = null
  for (const [at, part] of parts.entries()) {
    const block = newestOf(own.get(part) ?? [])
    if (block === undefined || /^h[1-6]$/.test(part.tagName)) continue
    const newest = block.substance[0] as PageChange
    const told = toldOf(block)
    const isRecent = !isMass(told ?? newest) && (lately.has(newest) || isOfYear(newest))
    const isChanged = isOfYear(newest) && !isMass(newest) && newest !== birth
    whys.push({ at, block, told, isRecent, isChanged, isRepeat: told !== null && told === before })
    before = told
  }
  return whys
}

/** The blocks of each part: those that begin at or below its first line and above that of the next. */
function blocksOf(parts: readonly PagePart[], blocks: readonly BlockWhy[]): ReadonlyMap<PagePart, readonly BlockWhy[]> {
  // Footnotes are drawn at the end of a page, wherever they are written.
  const inOrder = parts.filter(({ line }) => line > 0).sort((a, b) => a.line - b.line)
  const own = new Map<PagePart, BlockWhy[]>()
  let at = 0
  for (const block of blocks) {
    while (at + 1 < inOrder.length && (inOrder[at + 1]?.line ?? 0) <= block.line) at += 1
    const part = inOrder[at]
    if (part === undefined || part.line > block.line) continue
    const known = own.get(part)
    if (known === undefined) own.set(part, [block])
    else known.push(block)
  }
  return own
}

/** The reasoning to be shown of a block: that of its last change, then that of the one it came in with; a why first. */
function toldOf({ last, introduced }: BlockWhy): PageChange | null {
  const both = [last, introduced].filter((each) => each !== null && each.reasoning !== null) as PageChange[]
  return both.find(({ reasoning }) => reasoning?.kind === 'why') ?? both[0] ?? null
}

function newestOf(blocks: readonly BlockWhy[]): BlockWhy | undefined {
  let newest: BlockWhy | undefined
  for (const block of blocks) {
    const change = block.substance[0]
    if (change === undefined) continue
    if (newest === undefined || byLanding(change, newest.substance[0] as PageChange) < 0) newest = block
  }
  return newest
}

const byLanding = (a: PageChange, b: PageChange): number => b.change.ordinal - a.change.ordinal
