import type { ListItemView, StatusName } from '../model/view.ts'

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

/** Groups in the order in which their first item comes; the order inside a group is kept. */
export function groupByStatus(items: readonly ListItemView[]): StatusGroup[] {
  const groups = new Map<StatusName | 'none', ListItemView[]>()
  for (const item of items) {
    const name = item.status?.name ?? 'none'
    groups.set(name, [...(groups.get(name) ?? []), item])
  }
  return [...groups].map(([name, own]) => ({ id: `are-${name}`, label: labels[name], items: own }))
}
