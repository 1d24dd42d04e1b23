import type { ListItemView, StatusName, StatusView } from '../model/view.ts'

/** Items of a list that stand alike. */
export interface StatusGroup {
  /** Anchor of the group. */
  readonly id: string
  readonly label: string
  readonly items: readonly ListItemView[]
}

const labels: Readonly<Record<StatusName | 'none', string>> = {
  force: 'In force',
  later: 'Not yet in force',
  ended: 'Ended',
  superseded: 'Superseded',
  draft: 'Drafts',
  proposed: 'Proposed',
  accepted: 'Accepted',
  rejected: 'Rejected',
  deferred: 'Deferred',
  withdrawn: 'Withdrawn',
  due: 'Review due',
  overdue: 'Review overdue',
  controlled: 'Controlled documents',
  none: 'Without a status',
}

/** Anchor of the group of a status. */
export const groupOf = (status: StatusView | null): string => `are-${status?.name ?? 'none'}`

/**
 * Groups in the order in which their first item comes; the order inside a group is kept. Then those, still empty, that
 * an item will belong to on a day to come.
 */
export function groupByStatus(items: readonly ListItemView[]): StatusGroup[] {
  const groups = new Map<StatusName | 'none', ListItemView[]>()
  for (const item of items) {
    const name = item.status?.name ?? 'none'
    groups.set(name, [...(groups.get(name) ?? []), item])
  }
  for (const { status } of items.flatMap(({ turns }) => turns)) {
    const name = status?.name ?? 'none'
    if (!groups.has(name)) groups.set(name, [])
  }
  return [...groups].map(([name, own]) => ({ id: `are-${name}`, label: labels[name], items: own }))
}

/** Statuses that items of a list have, or will have: their shapes are drawn once. */
export const shapesOf = (items: readonly Pick<ListItemView, 'status' | 'turns'>[]): StatusName[] =>
  items
    .flatMap(({ status, turns }) => [status, ...turns.map((turn) => turn.status)])
    .flatMap((each) => each?.name ?? [])
