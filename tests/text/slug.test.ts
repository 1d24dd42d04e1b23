import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { slug, slugger } from '../../src/text/slug.ts'

describe('anchors of headings', () => {
  test.each([
    ['Parental leave', 'parental-leave'],
    ["Who's in?", 'whos-in'],
    ['1:1s & skip-levels', '11s--skip-levels'],
    ['  Leading', '--leading'],
    ['C++ / C# (.NET)', 'c--c-net'],
    ['snake_case', 'snake_case'],
    ['Über uns: Größe', 'über-uns-größe'],
    ['育児休暇', '育児休暇'],
    ['🎉 Party 🎉', '-party-'],
    ['École — d’été', 'école--dété'],
    ['100% remote', '100-remote'],
    ['हिन्दी में', 'हिन्दी-में'],
    ['', ''],
  ])('GitHub gives %j the anchor %j', (heading, anchor) => {
    expect(slug(heading)).toBe(anchor)
  })

  test('repeats get a number, and never one that another heading has', () => {
    const anchor = slugger()
    expect(['Scope', 'Scope', 'Scope-1', 'Scope', 'scope-1'].map(anchor)).toEqual([
      'scope',
      'scope-1',
      'scope-1-1',
      'scope-2',
      'scope-1-2',
    ])
  })

  test('two headings of a page never share an anchor', () => {
    const heading = fc.oneof(fc.string(), fc.constantFrom('a', 'a-1', 'a-1-1', 'a-2', 'A', '', '-1'))
    fc.assert(
      fc.property(fc.array(heading, { maxLength: 30 }), (headings) => {
        const anchors = headings.map(slugger())
        expect(new Set(anchors).size).toBe(anchors.length)
      }),
    )
  })
})
