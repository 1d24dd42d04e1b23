import type { McpServer } from '@modelcontextprotocol/server'
import { z } from 'zod'
import type { PageEntry } from '../model/machine-files.ts'
import { answer, readOnly } from './answer.ts'
import type { Current } from './following.ts'
import { entryToday, pageLine } from './tell.ts'

/** `list_pages`, `list_policies` and `list_decisions`. */
export function listTools(server: McpServer, current: Current): void {
  const entries = async () => {
    const handbook = await current()
    return handbook.pages.map((page) => entryToday(handbook, page))
  }
  server.registerTool(
    'list_pages',
    {
      title: 'List pages',
      description: 'Pages of the handbook in the order of its contents, with their status and owner.',
      inputSchema: z.strictObject({
        below: z.string().max(1000).optional().describe('Address of a folder, such as /benefits/'),
        most: z.number().int().min(1).max(500).default(100),
      }),
      annotations: readOnly,
    },
    async ({ below, most }) =>
      list(
        (await entries()).filter(({ route }) => below === undefined || route.startsWith(below)),
        most,
      ),
  )
  server.registerTool(
    'list_policies',
    {
      title: 'List policies',
      description: 'Policies that are in force; all of them, also ended, superseded and coming ones, when asked.',
      inputSchema: z.strictObject({ all: z.boolean().default(false) }),
      annotations: readOnly,
    },
    async ({ all }) =>
      list(
        (await entries()).filter(({ kind, isInForce }) => kind === 'policy' && (all || isInForce)),
        Number.POSITIVE_INFINITY,
      ),
  )
  server.registerTool(
    'list_decisions',
    {
      title: 'List decisions',
      description: 'Decisions with their status, newest state first as the handbook lists them.',
      inputSchema: z.strictObject({}),
      annotations: readOnly,
    },
    async () =>
      list(
        (await entries()).filter(({ kind }) => kind === 'decision'),
        Number.POSITIVE_INFINITY,
      ),
  )
}

function list(entries: readonly PageEntry[], most: number) {
  if (entries.length === 0) return answer('There are none.')
  const more = entries.length > most ? `\n${entries.length - most} more are not listed.` : ''
  return answer(entries.slice(0, most).map(pageLine).join('\n') + more)
}
