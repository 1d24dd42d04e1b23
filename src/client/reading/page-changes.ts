import type { Mark } from './store.ts'

/** A change of a page as its own timeline tells it. */
export interface PageChangeRow {
  readonly id: string
  readonly href: string
  readonly title: string
  readonly why: string | null
}

/** What has changed on a page since it was read. */
export interface PageSince {
  /** `more`: these and older ones that the page does not list; `unknown`: history was rewritten, nobody can tell. */
  readonly kind: 'told' | 'more' | 'unknown'
  readonly changes: readonly PageChangeRow[]
}

/**
 * The changes of a page after the one that was its newest when it was read.
 *
 * @param rows - the changes that the page lists, newest first
 * @param total - how many there are
 */
export function changesSince(
  rows: readonly PageChangeRow[],
  total: number,
  before: Pick<Mark, 'id' | 'ordinal'>,
  now: Pick<Mark, 'ordinal'>,
): PageSince {
  const at = rows.findIndex(({ id }) => id === before.id)
  if (at !== -1) return { kind: 'told', changes: rows.slice(0, at) }
  // It lies further back than the page lists: that it is still there is taken on trust.
  if (rows.length < total && before.ordinal < now.ordinal) return { kind: 'more', changes: rows }
  return { kind: 'unknown', changes: [] }
}

/** A block with the change of substance that it had last. */
export interface ChangedBlock {
  readonly anchor: string
  readonly change: string
}

/** Blocks of a page by its why file (`_whybook/why/`), as far as they can be linked to; null when it is none. */
export function blocksIn(json: unknown): readonly ChangedBlock[] | null {
  const { schema, blocks, changes } = (json ?? {}) as { schema?: unknown; blocks?: unknown; changes?: unknown }
  if (schema !== 1 || !Array.isArray(blocks) || !Array.isArray(changes)) return null
  return blocks.flatMap((block: unknown) => {
    const [anchor, , last] = Array.isArray(block) ? block : []
    const change = (changes[last] as { id?: unknown } | undefined)?.id
    return typeof anchor === 'string' && typeof change === 'string' ? [{ anchor, change }] : []
  })
}
