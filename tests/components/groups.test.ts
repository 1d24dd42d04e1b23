import { expect, test } from 'vitest'
import { groupByStatus } from '../../src/components/groups.ts'
import { item, status } from '../kit/views/parts.ts'

test('groups what stands alike, in the order of the list, and never two groups under one name', () => {
  const groups = groupByStatus([
    item('A', 'a/', { status: status('force', 'In force') }),
    item('B', 'b/', { status: status('later', 'In force') }),
    item('C', 'c/'),
    item('D', 'd/', { status: status('force', 'In force') }),
  ])
  expect(groups.map(({ label, items }) => [label, items.map(({ title }) => title)])).toEqual([
    ['In force', ['A', 'D']],
    ['Not yet in force', ['B']],
    ['Without a status', ['C']],
  ])
})
