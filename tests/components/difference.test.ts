import { describe, expect, test } from 'vitest'
import { differenceHtml } from '../../src/components/difference.ts'
import type { DiffLineView } from '../../src/model/view.ts'

const line = (kind: DiffLineView['kind'], text: string, at: number | null = 1): DiffLineView => ({
  kind,
  before: kind === 'added' || kind === 'skip' ? null : at,
  after: kind === 'removed' || kind === 'skip' ? null : at,
  text,
})

describe('the difference of a source', () => {
  test('says to a listener what was removed and what was added, once a run', () => {
    const html = differenceHtml([
      line('removed', 'one'),
      line('removed', 'two'),
      line('added', 'something else entirely'),
    ])
    expect(html).toContain('<del><span class="sr">removed, 2 lines: </span>')
    expect(html).toContain('<ins><span class="sr">added: </span>')
    expect(html.match(/<del>/g)).toHaveLength(1)
  })

  test('shows markup of the source as text', () => {
    const html = differenceHtml([line('same', '<script>alert(1)</script> & "more"')])
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp;')
    expect(html).not.toContain('<script')
  })

  test('shows markup as text inside marks too', () => {
    const html = differenceHtml([
      line('removed', 'see the <b>10</b> rule here'),
      line('added', 'see the <i>25</i> rule here'),
    ])
    expect(html).not.toMatch(/<i>|<b>10/)
  })

  test('marks the words that differ where a line was rewritten', () => {
    const html = differenceHtml([line('removed', 'under 10 EUR a day'), line('added', 'under 25 EUR a day')])
    expect(html).toContain('under <b>10</b> EUR')
    expect(html).toContain('under <b>25</b> EUR')
  })

  const replaced = (count: number, before: (at: number) => string, after: (at: number) => string) =>
    differenceHtml([
      ...Array.from({ length: count }, (_, at) => line('removed', before(at), at + 1)),
      ...Array.from({ length: count }, (_, at) => line('added', after(at), at + 1)),
    ])
  const marks = (html: string) => html.match(/<b>/g)?.length ?? 0

  test('marks the words of a long rewritten page to its end', () => {
    const html = replaced(
      2000,
      (at) => `line ${at} of ten words that are all the same but old`,
      (at) => `line ${at} of ten words that are all the same but new`,
    )
    expect(marks(html)).toBe(4000)
  })

  // Each pair of lines was compared twice, up to 160 words deep: 12 seconds for one page of a change.
  test.each([
    ['lines of nothing but new words', '育'.repeat(5000), '児'.repeat(5000)],
    ['lines with a new word at every place', 'a b '.repeat(1250), 'a c '.repeat(1250)],
    ['short lines with many changes', 'a b '.repeat(75), 'c a '.repeat(75)],
  ])(
    'ends with hundreds of %s',
    (_, before, after) => {
      const pages = Array.from({ length: 20 }, () =>
        replaced(
          600,
          () => before,
          () => after,
        ),
      )
      expect(pages.every((html) => html.includes('<ins>'))).toBe(true)
    },
    20_000,
  )

  test('says how much is left out', () => {
    expect(differenceHtml([line('skip', '12 lines not changed')])).toBe('<p class="cut">12 lines not changed</p>')
  })

  test('is empty without lines', () => {
    expect(differenceHtml([])).toBe('')
  })
})
