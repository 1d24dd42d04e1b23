import type { BlockStory } from '../model/block-history.ts'
import type { Page } from '../model/page.ts'
import type { Assembly } from './assembly.ts'
import { type BlockStories, blockStories, type GoneStory } from './block-stories.ts'

/**
 * What a site tells of the blocks of its pages, without reading a version: worked out for a page when it is first asked
 * for, and the index decoded when any is.
 *
 * @param assembly - asked for when it is put together
 */
export function knownBlocks(assembly: () => Assembly): Pick<Assembly, 'blocksOf' | 'goneFrom'> {
  let told: BlockStories | undefined
  const stories = () => {
    told ??= blockStories(assembly(), async () => new Map())
    return told
  }
  return {
    blocksOf: oncePerPage((page): readonly BlockStory[] =>
      assembly().historyHidden.has(page.route) ? [] : stories().knownOf(page),
    ),
    goneFrom: oncePerPage((page): readonly GoneStory[] => stories().goneFrom(page)),
  }
}

function oncePerPage<Told extends object>(tell: (page: Page) => Told): (page: Page) => Told {
  const known = new WeakMap<Page, Told>()
  return (page) => {
    const made = known.get(page) ?? tell(page)
    known.set(page, made)
    return made
  }
}
