import type { McpServer } from '@modelcontextprotocol/server'
import { z } from 'zod'
import type { Handbook } from '../handbook/handbook.ts'
import { blocksMeant } from '../history/find-block.ts'
import type { BlockStory } from '../model/block-history.ts'
import { daySchema } from '../model/front-matter.ts'
import type { Day } from '../model/ids.ts'
import type { Page } from '../model/page.ts'
import { answer, noAnswer, readOnly } from './answer.ts'
import type { Current } from './following.ts'
import { pageNamed } from './page-named.ts'
import { aboutPage, blockText, changeText, dayKnown } from './tell.ts'

const pageInput = z.string().min(1).max(1000).describe('Address (/benefits/leave/), path of the file, or title')

/** `read_page` and `why`: a page now or on a day, and where a part of it comes from. */
export function pageTools(server: McpServer, current: Current): void {
  server.registerTool(
    'read_page',
    {
      title: 'Read a page',
      description: 'The text of a page as Markdown, now or as it stood at the end of a day.',
      inputSchema: z.strictObject({ page: pageInput, at: daySchema.optional().describe('YYYY-MM-DD') }),
      annotations: readOnly,
    },
    ({ page: name, at }) =>
      withPage(current, name, async (page, handbook) => {
        if (at === undefined) return answer(`${aboutPage(handbook, page)}\n\n${handbook.pageText(page)}`)
        const version = await handbook.versionAt(page, at as Day)
        if (version === null) {
          return noAnswer(`${page.title} has no version of ${at} that can be shown. list_changes tells when it began.`)
        }
        const { change } = version.change
        const made = `As it stood at the end of ${at}, since ${dayKnown(change.landedAt)} (change ${change.id.slice(0, 12)}).`
        return answer(`${aboutPage(handbook, page)}\n\n${made} It may read otherwise today.\n\n${version.text}`)
      }),
  )
  server.registerTool(
    'why',
    {
      title: 'Why a page says what it says',
      description:
        'The change that last made a paragraph, row or item say something else, and the one that brought it in, with their recorded reasons. Name a line of the file or words of the text; with neither, the reasons of the whole page.',
      inputSchema: z.strictObject({
        page: pageInput,
        line: z.number().int().min(1).optional(),
        words: z.string().min(1).max(400).optional(),
      }),
      annotations: readOnly,
    },
    ({ page: name, line, words }) =>
      withPage(current, name, async (page, handbook) => {
        const wanted = line ?? words
        if (wanted === undefined) return answer(`${aboutPage(handbook, page)}\n\n${reasonsOfPage(handbook, page)}`)
        const [block, ...others] = blocksMeant(await handbook.blocksOf(page), wanted)
        if (block === undefined) return noAnswer(`Nothing of ${page.path} stands there. read_page shows its text.`)
        return answer(`${aboutPage(handbook, page)}\n\n${blockText(block, page)}${alsoOn(others)}`)
      }),
  )
}

function reasonsOfPage(handbook: Handbook, page: Page): string {
  const changes = handbook.changesOf(page).filter(({ reasoning }) => reasoning !== null)
  if (changes.length === 0) return 'No reason was recorded for any change of this page.'
  return changes
    .slice(0, 10)
    .map((each) => changeText(each))
    .join('\n\n')
}

/** Where else the words stand. */
function alsoOn(others: readonly BlockStory[]): string {
  if (others.length === 0) return ''
  return `\n\nThe words also stand on line ${others.map(({ line }) => line).join(', ')}: ask by line.`
}

async function withPage<Answer>(
  current: Current,
  name: string,
  use: (page: Page, handbook: Handbook) => Promise<Answer>,
): Promise<Answer | ReturnType<typeof noAnswer>> {
  const handbook = await current()
  const found = pageNamed(handbook, name)
  if ('page' in found) return use(found.page, handbook)
  const near = found.near.length === 0 ? 'search finds pages by their text.' : `Nearest: ${found.near.join(', ')}.`
  return noAnswer(`There is no page “${name}”. ${near}`)
}
