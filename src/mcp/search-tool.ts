import type { McpServer } from '@modelcontextprotocol/server'
import { z } from 'zod'
import type { SearchResult } from '../search/search-index.ts'
import { answer, noAnswer, readOnly } from './answer.ts'
import type { Current } from './following.ts'
import { entryToday, pageLine } from './tell.ts'

/** Asks the handbook's search; the best ten. */
export type Search = (words: string) => Promise<readonly SearchResult[]>

/** `search`: pages for a question. */
export function searchTool(server: McpServer, current: Current, search: Search): void {
  server.registerTool(
    'search',
    {
      title: 'Search the handbook',
      description: 'Finds the pages that answer a question, best first, each with its status and the words that match.',
      inputSchema: z.strictObject({
        question: z.string().min(1).max(400).describe('Words or a question'),
        most: z.number().int().min(1).max(10).default(5),
      }),
      annotations: readOnly,
    },
    async ({ question, most }) => {
      const handbook = await current()
      const results = await search(question)
      if (results.length === 0) return noAnswer('No page has these words. Try fewer or others, or list_pages.')
      const lines = results.slice(0, most).map((result) => {
        const page = handbook.pages.find(({ path }) => path === result.path)
        const section = result.section === null ? '' : `\n  Section: ${result.section}`
        const excerpt = result.excerpt.replace(/\s+/g, ' ').trim()
        return `${page === undefined ? `- ${result.title}` : pageLine(entryToday(handbook, page))}${section}\n  ${excerpt}`
      })
      return answer(lines.join('\n'))
    },
  )
}
