import { afterAll, beforeAll, expect, test } from 'vitest'
import { searchFindings } from '../../src/checks/search.ts'
import { defaultOptions } from '../../src/handbook/default-options.ts'
import type { Handbook } from '../../src/handbook/handbook.ts'
import { openHandbook } from '../../src/handbook/open.ts'
import { questionsOf } from '../../src/search/handbook-words.ts'

let handbook: Handbook
beforeAll(async () => {
  handbook = await openHandbook(process.cwd(), defaultOptions)
})
afterAll(() => handbook.close())

test('the bundled handbook answers the questions it is asked', async () => {
  expect(questionsOf(handbook).questions.length).toBeGreaterThanOrEqual(25)
  expect((await searchFindings(handbook)).map(({ reason }) => reason)).toEqual([])
})
