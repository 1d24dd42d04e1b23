import { expect, test } from 'vitest'
import { names } from '../../src/text/names.ts'

test.each([
  [[], ''],
  [['Ana'], 'Ana'],
  [['Ana', 'Li'], 'Ana and Li'],
  [['Ana', 'Li', 'Oskar', 'Priya'], 'Ana, Li and 2 more'],
])('names people: %o', (people, words) => {
  expect(names(people)).toBe(words)
})
