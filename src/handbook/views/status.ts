import { statusesAt } from '../../model/status.ts'
import type { Route } from '../../model/ids.ts'
import type { Page } from '../../model/page.ts'
import type { StatusView } from '../../model/view.ts'
import type { Assembly } from '../assembly.ts'
import { folderRule } from '../folder-rule.ts'
import { supersededLink } from './facts.ts'

/** Statuses of a page at the day of the build, the main one first. */
export function pageStatuses(assembly: Assembly, from: Route, page: Page): readonly StatusView[] {
  const rule = folderRule(assembly.configuration, page.path, assembly.content.contentRoot)
  throw new Error(`to come: ${from} ${rule} ${statusesAt} ${supersededLink}`)
}
