import type { Handbook } from '../handbook/handbook.ts'
import type { RepoPath } from '../model/ids.ts'
import type { SideRecord } from './side-index.ts'

/** Changes that have a reason and a page of their own, as feeds tell them: what may not be shown is not in it. */
export function changeRecords({ feedEntries, shell }: Pick<Handbook, 'feedEntries' | 'shell'>): readonly SideRecord[] {
  return feedEntries().flatMap(({ id, key, title, route, anchor, reason, pages }) => {
    if (reason === null || anchor !== null) return []
    const document = {
      route,
      path: id as string as RepoPath,
      title,
      kind: 'page' as const,
      status: null,
      statusShown: null,
      turns: [],
      isPast: false,
      replacedBy: null,
      owner: null,
      folder: null,
      trail: pages.slice(0, 1).map((page) => page.title),
      lang: shell.lang,
      keywords: [],
      description: null,
      html: reason.html,
    }
    return [{ key, document }]
  })
}
