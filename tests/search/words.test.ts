import { describe, expect, test } from 'vitest'
import { pageWords } from '../../src/search/page-words.ts'
import { groupsByWord, noLexicon, readLexicon, synonymsOf, writeLexicon } from '../../src/search/query/lexicon.ts'
import { meantSpellings } from '../../src/search/query/spelling.ts'
import { stemAll } from '../../src/search/query/stem.ts'
import { isCountry, otherSpellings } from '../../src/search/query/variants.ts'
import { ourWords, titleWords } from '../../src/search/search-words.ts'
import { vocabularyOf } from '../../src/search/vocabulary.ts'

describe('forms of a word', () => {
  test.each([
    ['expenses', 'expense'],
    ['travelling', 'travel'],
    ['policies', 'policy'],
    ['Time sheets', 'time sheet'],
    ['passes', 'pass'],
  ])('%s is %s', (one, other) => {
    expect(stemAll(one)).toBe(stemAll(other))
  })

  test.each([
    ['organisation', 'organization'],
    ['behavior', 'behaviour'],
    ['traveling', 'travelling'],
    ['licence', 'license'],
  ])('%s is %s on the other side of the Atlantic', (one, other) => {
    expect(otherSpellings(one)).toContain(other)
  })

  test('knows countries', () => {
    expect([isCountry('Spain'), isCountry('spanner')]).toEqual([true, false])
  })
})

describe('a misspelt word', () => {
  const words = { harassment: 9, harness: 4, travel: 20, travels: 1 }
  test.each([
    ['harrassment', ['harassment']],
    ['harasmsent', ['harassment']],
    ['trvael', ['travel']],
    ['tavel', ['travel']],
    ['hat', []],
    ['zebra', []],
  ])('%s may mean %j', (word, meant) => {
    expect(meantSpellings(word, 0, words)).toEqual(meant)
  })

  test('is taken for another only when that is written far more often', () => {
    expect(meantSpellings('travl', 3, words)).toEqual([])
    expect(meantSpellings('travl', 2, words)).toEqual(['travel'])
  })
})

describe('words of the pages', () => {
  test.each([
    ['Paid time off (PTO) is yours.', [['PTO', 'paid time off']]],
    ['Ask the DRI (directly responsible individual).', [['DRI', 'directly responsible individual']]],
    ['Read it (soon), or (ABC) not.', []],
    ['Cost of living adjustment (COLA)', [['COLA', 'cost of living adjustment']]],
  ])('explain a short form: %s', (text, acronyms) => {
    expect(pageWords('', `<p>${text}</p>`).acronyms).toEqual(acronyms)
  })

  test('leave out code, markup and numbers', () => {
    expect(pageWords('', '<p title="no">A <b>wo</b>rd &amp; 12</p><pre><code>const x</code></pre>').words).toEqual([
      'a',
      'word',
    ])
  })

  test('are counted by page, phrases too, and words of one page offer no spelling', () => {
    const vocabulary = vocabularyOf({ ...ourWords, groups: [['time sheet', 'log hours', 'rare']] })
    for (const html of ['time sheet rare', 'a time sheet, a time sheet'])
      vocabulary.add(vocabulary.read(pageWords('Logbook', html)))
    expect(vocabulary.lexicon().groups).toEqual([
      [
        { text: 'time sheet', pages: 2 },
        { text: 'log hours', pages: 0 },
        { text: 'rare', pages: 1 },
      ],
    ])
    expect(vocabulary.spellings().get('words-t.json')).toEqual({ time: 2 })
    expect(vocabulary.spellings().get('words-l.json')).toEqual({ logbook: 2 })
    expect(vocabulary.spellings().get('words-r.json')).toBeUndefined()
  })
})

describe('words with one meaning', () => {
  const lexicon = {
    ...noLexicon,
    groups: [
      [
        { text: 'vacation', pages: 0 },
        { text: 'holiday', pages: 5 },
        { text: 'holidays', pages: 4 },
        { text: 'time off', pages: 9 },
        { text: 'common', pages: 99 },
      ],
    ],
  }

  test('are offered when the handbook has them, the commonest first and each form once', () => {
    const found = synonymsOf('vacations', groupsByWord(lexicon), 100)
    expect(found.map(({ text }) => text)).toEqual(['time off', 'holiday'])
  })

  test('travel as text', () => {
    expect(readLexicon(JSON.parse(writeLexicon(lexicon)))).toEqual(lexicon)
  })

  test.each([null, 3, [], { groups: 3, acronyms: [1], pinned: [{}], stop: {} }])('are none in %j', (value) => {
    expect(readLexicon(value)).toEqual(noLexicon)
  })

  test('could have stood in the title as well', () => {
    expect(titleWords(ourWords)('Parental leave')).toContain('maternity')
    expect(titleWords(ourWords)('Apparently')).toEqual([])
  })
})
