import type { BlockStory } from '../../model/block-history.ts'
import type { PageChange } from '../../model/history.ts'
import type { RepoPath } from '../../model/ids.ts'
import type { Page } from '../../model/page.ts'
import { digestOf } from '../../text/digest.ts'
import { hrefFrom } from '../../text/relative.ts'
import type { Assembly } from '../assembly.ts'
import type { GoneStory } from '../block-stories.ts'

/** A block that has left a page, and where a link to it leads. */
export interface LeftBlock {
  readonly id: string
  readonly change: PageChange
  /** Relative to the page it left; null when nothing stands for it. */
  readonly href: string | null
  /** Where its text was read last; null for one that stands elsewhere. */
  readonly removed: GoneStory | null
}

/** By page, the blocks that have moved from it to another page of today. */
export type MovedBlocks = ReadonlyMap<Page, readonly MovedBlock[]>

interface MovedBlock {
  readonly block: BlockStory
  readonly change: PageChange
  readonly to: Page
}

const known = new WeakMap<Assembly, MovedBlocks>()

/** Blocks of today that have stood on other pages; worked out once an assembly. */
export function movedBlocks(assembly: Assembly): MovedBlocks {
  const made = known.get(assembly)
  if (made !== undefined) return made
  const moved = new Map<Page, MovedBlock[]>()
  const pageOf = pagesByName(assembly)
  for (const to of assembly.content.pages) {
    for (const block of assembly.blocksOf(to)) {
      if (block.id === null) continue
      for (const { change, movedFrom } of block.chain) {
        const from = movedFrom === null ? undefined : pageOf.get(movedFrom)
        if (from === undefined || from === to) continue
        const own = moved.get(from) ?? []
        moved.set(from, own)
        own.push({ block, change, to })
      }
    }
  }
  known.set(assembly, moved)
  return moved
}

/** The blocks that have left a page, those that stand elsewhere first. */
export function goneBlocks(assembly: Assembly, page: Page): readonly LeftBlock[] {
  const seen = new Set<string>()
  const gone: LeftBlock[] = []
  const add = (block: LeftBlock): void => {
    if (seen.has(block.id)) return
    seen.add(block.id)
    gone.push(block)
  }
  for (const { block, change, to } of movedBlocks(assembly).get(page) ?? []) {
    if (block.id !== null) add({ id: block.id, change, href: hrefTo(page, to, block.id), removed: null })
  }
  for (const removed of assembly.goneFrom(page)) {
    if (removed.id === null) continue
    const { mergedInto } = removed
    const to = mergedInto === null ? undefined : assembly.content.byPath.get(mergedInto.path)
    const href = to === undefined ? null : hrefTo(page, to, mergedInto?.blockId ?? null)
    add({ id: removed.id, change: removed.change, href, removed })
  }
  return gone
}

/** What the part of a page's file that tells of blocks on other pages is made from. */
export const goneKey = (assembly: Assembly, page: Page): string =>
  digestOf(
    goneBlocks(assembly, page).map(({ id, change, href, removed }) => [
      id,
      change.change.id,
      href,
      removed && [removed.blob, removed.line, removed.isText],
    ]),
  )

function hrefTo(from: Page, to: Page, id: string | null): string {
  const href = from === to ? '' : hrefFrom(from.route, to.route)
  return id === null ? href : `${href}#${id}`
}

/** Pages by every path that they have had; the one that stands at a path today has it. */
function pagesByName({ content, history }: Assembly): ReadonlyMap<RepoPath, Page> {
  const pages = new Map<RepoPath, Page>()
  for (const page of content.pages) for (const name of history.namesOf(page.path)) pages.set(name, page)
  for (const page of content.pages) pages.set(page.path, page)
  return pages
}
