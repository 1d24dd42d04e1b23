import { expect, test } from 'vitest'
import type { Reasoning } from '../../src/model/history.ts'
import { reasonLabel, withoutOwnLabel } from '../../src/model/reason-words.ts'

test.each([
  ['why', 'note', 'Why'],
  ['what', 'merge', 'What its author wrote'],
  ['what', 'branch', 'What its author wrote'],
  ['what', 'note', 'What was added afterwards'],
  ['what', 'later', 'What was added afterwards'],
] as const)('calls a %s from a %s “%s”', (kind, source, label) => {
  expect(reasonLabel({ kind, source } satisfies Pick<Reasoning, 'kind' | 'source'>)).toBe(label)
})

test.each([
  ['Why: it was slow.', 'it was slow.'],
  ['**Why:** it was slow.', 'it was slow.'],
  ['**Why**: it was slow.', 'it was slow.'],
  ['Why:\n\nIt was slow.', 'It was slow.'],
  ['Reason: it was slow.', 'it was slow.'],
  ['## Why\n\nIt was slow.', 'It was slow.'],
  ['## Why?\nIt was slow.', 'It was slow.'],
  ['Why\n---\nIt was slow.', 'It was slow.'],
  ['**Why**\n\nIt was slow.', 'It was slow.'],
])('sets no second label over %j', (text, rest) => expect(withoutOwnLabel(text)).toBe(rest))

test.each(['Why it was slow: nobody knows.', '## Why this page', 'Whyever.', 'It was slow.\n\nWhy: disks.', 'Why:'])(
  'keeps %j as it was written',
  (text) => expect(withoutOwnLabel(text)).toBe(text),
)
