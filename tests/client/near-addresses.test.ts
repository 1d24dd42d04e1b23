import { expect, test } from 'vitest'
import { nearAddresses } from '../../src/client/near-addresses.ts'

const pages = [
  { label: 'Travel and daily allowance', route: '/money/travel/' },
  { label: 'Company cards', route: '/money/cards/' },
  { label: 'Parental leave', route: '/people/parental-leave/' },
  { label: 'Leave', route: '/people/leave/' },
  { label: 'Onboarding', route: '/people/onboarding/' },
]
const near = (asked: string) => nearAddresses(asked, pages, 3).map(({ route }) => route)

test.each([
  ['a page that moved to another folder', '/people/travel/', '/money/travel/'],
  ['a misspelt name', '/money/travle/', '/money/travel/'],
  ['another separator and case', '/People/Parental_Leave/', '/people/parental-leave/'],
  ['a file name in place of an address', '/people/onboarding.md', '/people/onboarding/'],
  ['words of the title', '/money/daily-allowance/', '/money/travel/'],
])('finds %s', (_, asked, route) => {
  expect(near(asked)[0]).toBe(route)
})

test('offers nothing where nothing is near', () => {
  expect(near('/zzzz/qqqqqqqq/')).toEqual([])
  expect(near('/')).toEqual([])
})
