import type { Page } from '../../model/page.ts'
import type { PageView } from '../../model/view.ts'
import type { Assembly } from '../assembly.ts'
import { noticeAt } from './notice.ts'
import { pageStatuses, turnsOf } from './status.ts'

/** How a page stands on the day of the build, and how it will on days to come. */
export function lifeOf(assembly: Assembly, page: Page): Pick<PageView, 'statuses' | 'notice' | 'turns'> {
  const { today } = assembly
  const told = (day: typeof today) => ({
    statuses: pageStatuses(assembly, page.route, page, day),
    notice: noticeAt(assembly, page, day),
  })
  return { ...told(today), turns: turnsOf(assembly, page, told).map(({ from, told: then }) => ({ from, ...then })) }
}
