import type { McpServer } from '@modelcontextprotocol/server'
import { z } from 'zod'
import type { Handbook } from '../handbook/handbook.ts'
import { daySchema } from '../model/front-matter.ts'
import { answer, noAnswer, readOnly } from './answer.ts'
import type { Current } from './following.ts'
import { pageNamed } from './page-named.ts'
import { changeText } from './tell.ts'

type Told = ReturnType<Handbook['changes']>[number]

/** `list_changes`: what changed, of the whole handbook or of one page. */
export function changeTools(server: McpServer, current: Current): void {
  server.registerTool(
    'list_changes',
    {
      title: 'List changes',
      description: 'What changed, newest first, with the recorded reason of each change.',
      inputSchema: z.strictObject({
        page: z.string().min(1).max(1000).optional().describe('Address, path or title; without it the whole handbook'),
        since: daySchema.optional().describe('YYYY-MM-DD'),
        most: z.number().int().min(1).max(100).default(20),
      }),
      annotations: readOnly,
    },
    async ({ page: name, since, most }) => {
      const handbook = await current()
      const found = name === undefined ? null : pageNamed(handbook, name)
      if (found !== null && 'near' in found) return noAnswer(`There is no page “${name}”.`)
      const all: readonly Told[] =
        found === null ? handbook.changes() : handbook.changesOf(found.page).map((each) => ({ ...each, paths: [] }))
      const chosen = all.filter(({ change }) => since === undefined || (change.landedAt ?? '') >= since)
      const start = handbook.history.startsAt
      const cut =
        start === null ? '' : `\n\nHistory starts on ${start.slice(0, 10)} in this copy: older changes are missing.`
      if (chosen.length === 0) {
        const none = all.length === 0 ? 'No change is known.' : `No change landed since ${since}.`
        return answer(`${handbook.history.absent ?? none}${cut}`)
      }
      const more = chosen.length > most ? `\n\n${chosen.length - most} more are not listed.` : ''
      return answer(
        chosen
          .slice(0, most)
          .map((each) => changeText(each, each.paths))
          .join('\n\n') +
          more +
          cut,
      )
    },
  )
}
