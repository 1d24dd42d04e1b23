import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { visible } from '../../src/text/visible.ts'

describe('text from outside made visible', () => {
  test.each([
    ['safe\u202Egnp.exe', 'safe⟨U+202E⟩gnp.exe'],
    ['\u001B[31mred', '⟨U+001B⟩[31mred'],
    ['a\u0000b\u007Fc\u009Bd', 'a⟨U+0000⟩b⟨U+007F⟩c⟨U+009B⟩d'],
    ['a\nb', 'a⟨U+000A⟩b'],
    ['a\tb', 'a b'],
    ['half \uD800 pair', 'half \uFFFD pair'],
    ['family 👨‍👩‍👧 and שלום', 'family 👨‍👩‍👧 and שלום'],
  ])('%j is shown as %j', (text, shown) => {
    expect(visible(text)).toBe(shown)
  })

  test('keeps lines when asked to', () => {
    expect(visible('a\r\n\tb\rc\u2028d', { lines: true })).toBe('a\n\tb⟨U+000D⟩c⟨U+2028⟩d')
  })

  test('no control or direction character ever comes through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(visible(text)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\p{Cs}]/u)
        expect(visible(text, { lines: true }).replaceAll(/[\n\t]/g, '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Cs}]/u)
      }),
    )
  })
})
