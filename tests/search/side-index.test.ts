import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defaultOptions } from '../../src/handbook/default-options.ts'
import type { Handbook } from '../../src/handbook/handbook.ts'
import { openHandbook } from '../../src/handbook/open.ts'
import { buildSearchIndex } from '../../src/search/build-index.ts'
import { changeRecords } from '../../src/search/change-records.ts'
import { askIndex } from '../../src/search/search-index.ts'
import { ourWords } from '../../src/search/search-words.ts'
import { buildSideIndex } from '../../src/search/side-index.ts'
import { type Repo, repo } from '../kit/repo.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'

const folder = temporaryFolder()
let handbook: Handbook
let source: Repo
beforeAll(async () => {
  source = await repo({ 'leave.md': '# Leave\n\nTwelve weeks.\n', 'pay.md': '---\naudience: internal\n---\n# Pay\n' })
  await source.commit('Give more leave (#2)\n\nBecause twelve weeks were too few for families with twins.', {
    'leave.md': '# Leave\n\nTwenty weeks.\n',
  })
  await source.commit('Pay zuqlavibb more\n\nBecause zuqlavibb would have left us otherwise.', {
    'pay.md': '---\naudience: internal\n---\n# Pay\n\nzuqlavibb\n',
  })
  handbook = await openHandbook(source.path, defaultOptions)
})
afterAll(async () => {
  await handbook?.close()
  await source?.remove()
  folder.remove()
})

const request = (last: string | null, out: string) => ({ last, out, work: folder.path, words: ourWords, key: '' })

test('a change is found by its reason, beside the pages and not among them', async () => {
  const out = join(folder.path, 'site')
  await buildSearchIndex(handbook.searchDocuments(), out)
  await buildSideIndex('changes', changeRecords(handbook), request(null, out))
  const { results, changes } = await askIndex(out, 'leave twins')
  expect(results.map(({ route }) => route)).toEqual(['/leave/'])
  expect(changes.map(({ kind, title, route }) => [kind, title, route.startsWith('/changes/')])).toEqual([
    ['change', 'Give more leave', true],
  ])
  expect((await askIndex(out, 'leave sabbatical holidays abroad')).changes).toEqual([])
})

test('changes of internal pages are in no record', () => {
  expect(JSON.stringify(changeRecords(handbook))).not.toContain('zuqlavibb')
})

test('an index of the same changes is taken as it is', async () => {
  const before = join(folder.path, 'before')
  const records = changeRecords(handbook)
  await buildSideIndex('changes', records, request(null, before))
  const after = join(folder.path, 'after')
  expect(await buildSideIndex('changes', records, request(before, after))).toEqual({ how: 'same', kept: 'all' })
  expect(() => readFileSync(after)).toThrow()
})
