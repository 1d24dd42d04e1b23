import type { StatusName, StatusView } from '../model/view.ts'
import type { IconName } from './icons.ts'

/** The shape that stands before the word of a status (section 6 of the look). */
export const statusIcon: Readonly<Record<StatusName, IconName>> = {
  force: 'disc',
  later: 'calendar-clock',
  ended: 'circle-slash',
  superseded: 'corner-right-up',
  draft: 'circle-dashed',
  proposed: 'pencil',
  accepted: 'circle-check',
  rejected: 'circle-x',
  deferred: 'circle-pause',
  withdrawn: 'undo-2',
  due: 'clock',
  overdue: 'clock-alert',
  controlled: 'stamp',
}

const dated = new Set<StatusName>(['later', 'ended', 'due', 'overdue', 'proposed'])

/** Whether the date is part of the tag's own words; else it stands beside the tag. */
export const hasDateInside = (status: StatusView): boolean => dated.has(status.name)
