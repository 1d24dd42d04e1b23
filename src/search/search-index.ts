import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { indexFolder } from './build-index.ts'
import { withIndex } from './open-index.ts'
import { besideHits } from './query/beside.ts'
import { finderOf } from './query/find.ts'
import type { Hit } from './query/hit.ts'
import type { Understood } from './query/understood.ts'
import { sideFolder } from './side-index.ts'

/** A result as `whybook search --json` prints it. */
export interface SearchResult {
  readonly path: string
  readonly route: string
  readonly title: string
  readonly kind: string
  readonly status: string | null
  /** Words of the heading above the best match; null where the match stands above all headings. */
  readonly section: string | null
  readonly excerpt: string
  readonly score: number
}

/** Results, and how the question was understood. */
export interface Asked {
  readonly results: readonly SearchResult[]
  readonly understood: readonly Understood[]
  readonly unknown: readonly string[]
  /** Changes with a reason that have most of the question; none where the site has no index of them. */
  readonly changes: readonly SearchResult[]
}

/**
 * Searches the index of a built site, with the words and the order of the site's own search.
 *
 * @param outDir - folder that `whybook build` wrote into
 * @returns the best ten
 * @throws {WhybookError} `search/no-index`, `search/unreadable`
 */
export async function searchIndex(outDir: string, words: string): Promise<readonly SearchResult[]> {
  return (await askIndex(outDir, words)).results
}

/** The same, with what the search made of the words. */
export async function askIndex(outDir: string, words: string): Promise<Asked> {
  return withIndex(join(outDir, indexFolder), async (engine) => {
    const found = await finderOf(engine).find(words, { kind: null, folder: null })
    const hits = await found.hits(0)
    const changes = await changesFor(outDir, words)
    return { results: hits.map(resultOf), understood: found.understood, unknown: found.unknown, changes }
  })
}

async function changesFor(outDir: string, words: string): Promise<readonly SearchResult[]> {
  const folder = join(outDir, sideFolder('changes'))
  if (!existsSync(folder)) return []
  const hits = await withIndex(folder, (engine) => besideHits(finderOf(engine), words))
  return hits.map((hit) => ({ ...resultOf(hit), kind: 'change' }))
}

const resultOf = (hit: Hit): SearchResult => ({
  path: hit.path,
  route: hit.route,
  title: hit.title,
  kind: hit.kind,
  status: hit.status?.label ?? null,
  section: hit.sections[0]?.heading ?? null,
  excerpt: (hit.sections[0]?.excerpt ?? []).map(({ text }) => text).join(''),
  score: Math.round(hit.score * 1000) / 1000,
})
