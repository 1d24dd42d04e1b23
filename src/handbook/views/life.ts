import type { Page } from '../../model/page.ts'
import type { PageView } from '../../model/view.ts'
import type { Assembly } from '../assembly.ts'
import { markOfPage } from '../lately.ts'
import { chainView } from './chain.ts'
import { changedBy } from './changed-by.ts'
import { noticeAt } from './notice.ts'
import { pageStatuses, turnsOf } from './status.ts'

/** How a page stands on the day of the build, how it will on days to come, and what it stands in the place of. */
export function lifeOf(
  assembly: Assembly,
  page: Page,
): Pick<PageView, 'statuses' | 'notice' | 'turns' | 'chain' | 'changed' | 'mark'> {
  const { today } = assembly
  const told = (day: typeof today) => ({
    statuses: pageStatuses(assembly, page.route, page, day),
    notice: noticeAt(assembly, page, day),
  })
  return {
    ...told(today),
    turns: turnsOf(assembly, page, told).map(({ from, told: then }) => ({ from, ...then })),
    chain: chainView(assembly, page),
    changed: changedBy(assembly, page),
    mark: markOfPage(assembly, page),
  }
}
