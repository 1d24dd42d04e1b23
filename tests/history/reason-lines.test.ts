import { expect, test } from 'vitest'
import { isReference, ruleAgainstLine, ruleAgainstWhole } from '../../src/history/reason-lines.ts'

test.each([
  'https://a.example/b',
  '<https://a.example>',
  'https://a.example/b, https://c.example and #3.',
  'Closes https://a.example/b,',
  'https://a.example/b,c',
  'See group/project!12 & ABC-4',
])('takes a line of addresses and numbers for a reference: %s', (line) => expect(isReference(line)).toBe(true))

test.each(['https://a.example says why', '#3, because', 'see below'])('and no other: %s', (line) =>
  expect(isReference(line)).toBe(false),
)

// A comma was part of an address or parted two of them: twenty of them could be read in a million ways.
test.each(['https://a.example/b, ', '<https://a.example/b,>, ', '#1, https://a,b, ', '[a](https://b,), '])(
  'sees at once that a long list is none: %s',
  (item) => {
    const lines = Array.from({ length: 300 }, (_, index) => `${item.repeat(20)}and ${index} more words`)
    expect(lines.map((line) => ruleAgainstLine(line) ?? ruleAgainstWhole(line, () => false))).toEqual(
      lines.map(() => undefined),
    )
  },
)
