import type { PagePart } from '../../markdown/render.ts'
import type { BlockAlteration, BlockStep, BlockStory } from '../../model/block-history.ts'
import type { PageChange } from '../../model/history.ts'
import type { Instant } from '../../model/ids.ts'

/** A part of a page with what its margin tells of it. */
export interface PartWhy {
  /** Position among the parts of the page. */
  readonly at: number
  /** The block of the part that changed last. */
  readonly block: BlockStory
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
  blocks: readonly BlockStory[],
  pagesOf: (change: PageChange) => number,
  headAt: Instant | null,
): readonly PartWhy[] {
  const newestFirst = [...new Set(blocks.flatMap((block) => substanceOf(block).map(({ change }) => change)))]
    .sort((a, b) => b.change.ordinal - a.change.ordinal)
    .filter(({ change }, index, all) => all[index - 1]?.change.id !== change.id)
  const birth = newestFirst.at(-1)?.change.id
  const isMass = (change: PageChange): boolean => pagesOf(change) > MOST_PAGES
  const lately = new Set(
    newestFirst
      .filter((change) => !isMass(change))
      .slice(0, RECENT)
      .map(({ change }) => change.id),
  )
  const yearAgo = headAt === null ? Number.POSITIVE_INFINITY : Date.parse(headAt) - 365 * DAY
  const isOfYear = ({ change }: PageChange): boolean =>
    change.landedAt !== null && Date.parse(change.landedAt) > yearAgo
  const own = blocksOfParts(parts, blocks)
  const whys: PartWhy[] = []
  let before: string | null = null
  for (const [at, part] of parts.entries()) {
    const block = newestOf(own.get(part) ?? [])
    const newest = block?.last?.change
    if (block === undefined || newest === undefined || /^h[1-6]$/.test(part.tagName)) continue
    const { id } = newest.change
    const told = toldOf(block)
    const isRecent = !isMass(told ?? newest) && (lately.has(id) || isOfYear(newest))
    const isChanged = isOfYear(newest) && !isMass(newest) && id !== birth
    whys.push({ at, block, told, isRecent, isChanged, isRepeat: told !== null && told.change.id === before })
    before = told?.change.id ?? null
  }
  return whys
}

/** Classes of change after which a block says something else (PROVENANCE 1d), or says it for the first time. */
const SUBSTANCE: ReadonlySet<BlockAlteration> = new Set(['born', 'split', 'copied', 'substance', 'restored'])

/** The changes of substance of a block, newest first. */
export const substanceOf = ({ chain }: BlockStory): readonly BlockStep[] =>
  chain.filter((step) => SUBSTANCE.has(step.class))

/** The blocks of each part: those that begin at or below its first line and above that of the next. */
function blocksOfParts(
  parts: readonly PagePart[],
  blocks: readonly BlockStory[],
): ReadonlyMap<PagePart, readonly BlockStory[]> {
  // Footnotes are drawn at the end of a page, wherever they are written.
  const inOrder = parts.filter(({ line }) => line > 0).sort((a, b) => a.line - b.line)
  const own = new Map<PagePart, BlockStory[]>()
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
function toldOf({ last, introduced }: BlockStory): PageChange | null {
  const both = [last, introduced].flatMap((step) =>
    step === null || step.change.reasoning === null ? [] : step.change,
  )
  return both.find(({ reasoning }) => reasoning?.kind === 'why') ?? both[0] ?? null
}

function newestOf(blocks: readonly BlockStory[]): BlockStory | undefined {
  let newest: BlockStory | undefined
  for (const block of blocks) {
    const ordinal = block.last?.change.change.ordinal ?? -1
    if (ordinal > (newest?.last?.change.change.ordinal ?? -1)) newest = block
  }
  return newest
}
