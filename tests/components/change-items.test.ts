import type { Root } from 'hast'
import { htmlToHast } from 'satteri'
import { expect, test } from 'vitest'
import { changeItems } from '../../src/components/change-items.ts'
import { readableText } from '../../src/markdown/text-of.ts'
import type { Instant } from '../../src/model/ids.ts'
import type { ChangeRow } from '../../src/model/view.ts'

const row: ChangeRow = {
  id: '0123456789ab',
  href: '../changes/0123456789ab/',
  title: 'Raise the allowance',
  landedAt: '2026-03-03T09:41:00+01:00' as Instant,
  reason: null,
  mergeRequest: null,
  authors: ['Ana Reis'],
  mergedBy: null,
  added: 3,
  removed: 1,
  kind: 'modified',
  previousPath: null,
  path: 'a.md',
  pages: [],
  pageCount: 1,
}
const why = {
  html: '<p>unused</p>',
  short: 'Prices rose.',
  kind: 'why',
  label: 'Why',
  source: 'in the commit',
} as const
const textOf = (change: Partial<ChangeRow>, options = {}) =>
  readableText(htmlToHast(changeItems([{ change: { ...row, ...change } }], options), { fragment: true })).replaceAll(
    '\n',
    ' | ',
  )

test('tells when, how much, what and by whom', () => {
  expect(textOf({})).toBe('3 March 2026 1 line out, 3 in | Raise the allowance | No reason was recorded. | Ana Reis')
  expect(textOf({ mergedBy: 'Li Wei' }, { short: true })).toMatch(/^3 March 1 line.*Ana Reis, merged by Li Wei$/)
})

test('gives the reason, and says whose words it is', () => {
  expect(textOf({ reason: why })).toContain('| Why: | Prices rose. |')
  expect(textOf({ reason: { ...why, kind: 'what', label: 'What its author wrote' } })).toContain(
    '| What its author wrote | Prices rose. |',
  )
  expect(changeItems([{ change: { ...row, reason: { ...why, short: '育児休業は三十週間です' } } }])).toContain(
    '<p class="said-by">Why</p> <p class="reason upright"',
  )
})

test('names where a page stood before, and pages beyond those it names', () => {
  expect(textOf({ kind: 'moved', previousPath: 'old.md', path: 'new.md' })).toContain('moved from: old.md to: new.md')
  const pages = [
    { label: 'Travel', href: '../travel/' },
    { label: 'gone.md', href: '' },
  ]
  const html = changeItems([{ change: { ...row, kind: null, pages, pageCount: 4 } }])
  expect(html).toContain('<a href="../travel/">Travel</a><span>gone.md</span> <span>and 2 more pages</span>')
})

test('says so where the date is not known', () => {
  expect(textOf({ landedAt: null })).toMatch(/^Unknown date/)
})

test('escapes whatever comes from content', () => {
  const bad = `"><img src=x onerror='a'>&`
  const html = changeItems([
    {
      change: {
        ...row,
        title: bad,
        href: bad,
        authors: [bad],
        mergeRequest: { reference: bad, href: bad },
        reason: { ...why, short: bad },
        kind: 'moved',
        previousPath: bad,
        path: bad,
        pages: [{ label: bad, href: bad }],
        landedAt: bad as never,
      },
      id: bad,
      folders: bad,
      owners: bad,
    },
  ])
  expect(html).not.toMatch(/<img|onerror='/)
  const [item] = (htmlToHast(html, { fragment: true }) as Root).children
  expect(item).toMatchObject({ tagName: 'li', properties: { id: bad, dataF: bad, dataO: bad } })
})
