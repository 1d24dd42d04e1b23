import { describe, expect, test } from 'vitest'
import { readCard, writeCard } from '../../src/search/query/card.ts'
import { languageOf, recordHtml } from '../../src/search/record.ts'
import { document } from './documents.ts'

describe('a page as Pagefind reads it', () => {
  test('escapes what authors wrote in titles, keywords, folders and owners', () => {
    const hostile = '"><script>alert(1)</script>'
    const html = recordHtml(
      document('/a/', '', {
        title: hostile,
        keywords: [hostile],
        folder: hostile,
        owner: hostile,
        trail: [hostile],
        description: hostile,
        status: hostile,
      }),
    )
    expect(html).not.toContain('<script')
  })

  test.each([
    ['en-GB', 'en'],
    ['DE', 'de'],
    ['zh_Hant', 'zh'],
    ['../../etc', null],
    ['english', null],
    ['', null],
  ])('takes the language of %j as %j', (lang, language) => {
    expect(languageOf(lang)).toBe(language)
  })

  test('has no language where there is none, so that Pagefind names no file after it', () => {
    expect(recordHtml(document('/a/', '', { lang: '../../x' }))).toContain('<html><head>')
  })
})

describe('the card of a page', () => {
  test('comes back as it was written', () => {
    const card = {
      path: 'a "b".md',
      trail: ['A, B', 'C: d'],
      isPast: true,
      status: { name: 'later', label: 'In force', dateWord: 'from', date: '2027-01-01' },
      replacedBy: { title: 'T', route: '/t/' },
    }
    expect(readCard(writeCard({ ...card, turns: [] }), '2026-01-01')).toEqual(card)
  })

  test('says how the page stands on the day of reading', () => {
    const status = (name: string) => ({ name, label: name, dateWord: '', date: null })
    const before = { status: status('force'), isPast: false, replacedBy: null }
    const after = { status: status('superseded'), isPast: true, replacedBy: { title: 'New', route: '/new/' } }
    const text = writeCard({ path: 'a.md', trail: [], ...before, turns: [{ from: '2026-06-01', ...after }] })
    expect(readCard(text, '2026-05-31')).toMatchObject(before)
    expect(readCard(text, '2026-06-01')).toMatchObject(after)
  })

  test.each([undefined, '', 'null', '{}', '[1,2,3]', '["a",'])('is empty when an index has %j', (text) => {
    expect(readCard(text, '2026-01-01')).toEqual({
      path: '',
      trail: [],
      isPast: false,
      status: null,
      replacedBy: null,
    })
  })
})
