import { expect, test } from 'vitest'
import { removedBlocks } from '../../src/markdown/browser/removed-blocks.ts'

test('finds what used to stand on a page, under its heading, and not what changed, moved or came back', () => {
  const page = (blocks: readonly string[]) =>
    `---\ntitle: Pay\n---\n\n## One\n\n${blocks.join('\n\n')}\n\n## Two\n\nThe last paragraph stays as it is.\n`
  const versions = [
    page(['Claims are paid every Monday morning.', 'A rule that came back after a while.']),
    page(['Claims are paid every Monday morning.']),
    page(['Claims are paid every Friday morning.', 'A rule that came back after a while.', 'TBD']),
    page(['Claims are paid every Friday morning.', '- keep every receipt you get\n- ask us']),
  ]
  const found = [...removedBlocks(versions)].flat()
  expect(found.map(({ since, section }) => [since, section])).toEqual([[2, 'section 1']])
  expect(found[0]?.html).toContain('keep every receipt')
})

test('reads as text what was a row of a table or an item of a list, and holds nothing that runs', () => {
  const rows = (more: string) => `| A | B |\n|---|---|\n| this row stays here | yes |\n${more}`
  const [found] = [...removedBlocks([rows(''), rows('| <img src=x onerror=alert(1)>five words of it | gone now |\n')])]
  expect(found?.map(({ html }) => html)).toEqual(['<p>five words of it | gone now</p>'])
})
