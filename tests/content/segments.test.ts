import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameOfSegment, pageSegmentOf, segmentOf } from '../../src/content/segments.ts'

describe('names as parts of an address', () => {
  test.each([
    ['parental-leave', 'parental-leave'],
    ['Übersicht & mehr', 'Übersicht & mehr'],
    ['ha#sh', 'ha~23sh'],
    ['50%', '50~25'],
    ['what?', 'what~3F'],
    ['a:b', 'a~3Ab'],
    ['..', '~2E~2E'],
    ['.', '~2E'],
    ['.gitbook', '~2Egitbook'],
    ['a.', 'a~2E'],
    [' a ', '~20a~20'],
    ['CON', '~43ON'],
    ['nul.2', '~6Eul.2'],
    ['console', 'console'],
    ['a~23', 'a~7E23'],
    ['~a', '~a'],
    ['_', '~5F'],
    ['line\nfeed', 'line~0Afeed'],
    ['node.js', 'node.js'],
    ['report.pdf', 'report.pdf'],
    ['cafe\u0301', 'caf\u00E9'],
    ['\u202Etxt', '~E2~80~AEtxt'],
  ])('%j is %j', (name, segment) => {
    expect(segmentOf(name)).toBe(segment)
  })

  test('what belongs to the site itself is not given away', () => {
    expect(['404', '500', '_whybook', 'start', 'robots.txt'].map((name) => pageSegmentOf(name, true))).toEqual([
      '~3404',
      '~3500',
      '~5Fwhybook',
      'start',
      'robots~2Etxt',
    ])
  })

  test('every name comes back, and no two names share a part', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
      fc.string({
        unit: fc.constantFrom('.', '~', '2', 'E', '%', '#', ' ', '_', 'con', '.md'),
        minLength: 1,
        maxLength: 6,
      }),
    )
    fc.assert(
      fc.property(name, (text) => {
        const plain = text.toWellFormed().normalize('NFC')
        for (const segment of [segmentOf(plain), pageSegmentOf(plain, true)]) {
          expect(nameOfSegment(segment)).toBe(plain)
          expect(segment).not.toMatch(/[#?%:\\\p{Cc}]|^\.|[. ]$|^ /u)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
