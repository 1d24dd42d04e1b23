import { describe, expect, test } from 'vitest'
import type { Fragment } from '../../src/search/query/engine.ts'
import { bestSections, markWords, type Segment } from '../../src/search/query/excerpt.ts'
import { pageText } from '../../src/search/query/page-text.ts'

const shown = (segments: readonly Segment[]): string =>
  segments.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('')

/** A page as Pagefind keeps it; `matching` are words that a term found. */
function page(title: string, content: string, headings: readonly { id: string; text: string }[] = []) {
  const words = content.split(' ')
  const fragment: Fragment = {
    url: '/',
    content,
    meta: { title },
    filters: {},
    anchors: headings.map(({ id, text }) => ({
      element: 'h2',
      id,
      text,
      location: words.findIndex((_, at) => words.slice(at).join(' ').startsWith(text)),
    })),
  }
  const places = (...terms: readonly string[]) =>
    terms.map((term) => ({
      term,
      weight: 1,
      words: new Set(words.flatMap((word, at) => (word.toLowerCase().startsWith(term) ? [at] : []))),
    }))
  return { text: pageText(fragment), places }
}

const travel = page(
  'Travel and allowance',
  'Travel and allowance. For all who travel. Daily allowance. The allowance is 80 EUR a day. Receipts. You need no receipt under 25 EUR.',
  [
    { id: 'daily-allowance', text: 'Daily allowance' },
    { id: 'receipts', text: 'Receipts' },
  ],
)

describe('what a result shows of a page', () => {
  test('names the section that answers and marks the words in it', () => {
    const [section] = bestSections(travel.text, travel.places('receipt'))
    expect(section?.id).toBe('receipts')
    expect(section?.heading).toBe('Receipts')
    expect(shown(section?.excerpt ?? [])).toBe('You need no [receipt] under 25 EUR.')
  })

  test('does not repeat the heading or the next section in the excerpt', () => {
    const [section] = bestSections(travel.text, travel.places('daily'))
    expect(shown(section?.excerpt ?? [])).toBe('The allowance is 80 EUR a day.')
  })

  test('shows the beginning without marks when only the title or a keyword matched', () => {
    const [section] = bestSections(travel.text, [{ term: '', weight: 1, words: new Set([0]) }])
    expect(section).toMatchObject({ id: null, heading: null })
    expect(shown(section?.excerpt ?? [])).toBe('For all who travel.')
  })

  test('shows a second section only when it answers nearly as well', () => {
    expect(bestSections(travel.text, travel.places('eur')).map(({ id }) => id)).toEqual(['daily-allowance', 'receipts'])
    expect(bestSections(travel.text, travel.places('eur', 'receipt')).map(({ id }) => id)).toEqual(['receipts'])
  })

  test('begins at the sentence and says where it was cut', () => {
    const long = page('T', `T. ${'word '.repeat(60)}end. The visa is needed. ${'more '.repeat(60)}`.trim())
    const [section] = bestSections(long.text, long.places('visa'))
    expect(shown(section?.excerpt ?? [])).toMatch(/^… The \[visa\] is needed\. more .* …$/)
  })

  test('leaves punctuation out of the mark', () => {
    const quoted = page('T', 'T. See “visa”, please.')
    const [section] = bestSections(quoted.text, [{ term: '', weight: 1, words: new Set([2]) }])
    expect(shown(section?.excerpt ?? [])).toBe('See “[visa]”, please.')
  })

  test('marks the words of the title', () => {
    expect(shown(markWords('Travel and allowance', travel.text, 0, travel.places('allowance')))).toBe(
      'Travel and [allowance]',
    )
  })

  test('marks the words of a heading', () => {
    const [section] = bestSections(travel.text, travel.places('daily'))
    expect(shown(section?.headingMarks ?? [])).toBe('[Daily] allowance')
  })

  test('reads text without spaces, and text that looks like markup', () => {
    const words = ['経費', '精算', '. ', '出張', 'の', '経費', 'は', ' ', '&lt;b&gt;', '。']
    const fragment: Fragment = {
      url: '/',
      content: words.join(''),
      raw_content: words.join('\u200B'),
      meta: { title: '経費精算' },
      filters: {},
      anchors: [],
    }
    const [section] = bestSections(pageText(fragment), [{ term: '', weight: 1, words: new Set([0, 5]) }])
    expect(shown(section?.excerpt ?? [])).toContain('出張の[経費]は <b>')
  })
})
