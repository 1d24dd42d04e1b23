import type { Command } from '../command.ts'
import { targetOf } from '../target.ts'
import { bold, dim } from '../terminal.ts'

export const search: Command = {
  name: 'search',
  words: 'WORDS...',
  count: [1, Number.POSITIVE_INFINITY],
  about: 'Searches the site that was built last, with the words and the order of its own search.',
  // What can be found was decided by the build.
  without: ['audience', 'now', 'untrusted'],
  options: {},
  examples: [
    ['whybook search parental leave', 'in the site of this folder'],
    ['whybook search --out site "expense report"', 'in another one'],
    ['whybook search --json laptop | jq ".results[0].path"', 'for scripts'],
  ],
  run: async (call) => {
    const { out } = targetOf(call)
    const { searchIndex } = await import('../../search/search-index.ts')
    const results = await searchIndex(out, call.words.join(' '))
    const { terminal } = call
    if (call.flag('json')) {
      terminal.json({ schema: 1, results })
      return 0
    }
    for (const result of results) {
      const status = result.status === null ? '' : ` (${result.status})`
      terminal.answer(bold(result.title), status, result.section === null ? '' : dim(` › ${result.section}`))
      terminal.answer(`  ${result.path}`)
      if (result.excerpt !== '') terminal.answer(dim(`  ${result.excerpt.replaceAll(/\s+/g, ' ').trim()}`))
    }
    if (results.length === 0) terminal.answer('No page has these words.')
    return 0
  },
}
