import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bareName } from '../../src/text/bare-name.ts'
import { addressesIn, withoutAddresses } from '../../src/text/without-addresses.ts'

const cut = '(e-mail address)'

test.each([
  ['Write to ana.lima+x@example.co.uk.', `Write to ${cut}.`],
  ['josé@example.com and ana@müller.de', `${cut} and ${cut}`],
  ['jose\u0301@exa\u0308mple.org', cut],
  ['用户@例子.公司', cut],
  ['連絡はana@example.comまで', `${cut}まで`],
  ['ana@xn--mller-kva.xn--p1ai', cut],
  ['<ana@example.org>, "ana@example.org" (ana@example.org)', `<${cut}>, "${cut}" (${cut})`],
  ['"ana lima"@example.org', cut],
  ['ana@[192.168.0.1]', cut],
  ['ana＠example.org, ?by=ana%40example.org&x', `${cut}, ?by=${cut}&x`],
  ["'ana@example.org' *ana@example.org* o'brien@example.org", `'${cut}' *${cut}* ${cut}`],
  ['ana@example.org-old, ana@example.org.5', `${cut}-old, ${cut}.5`],
  ['owner: ana@example.org', `owner: ${cut}`],
  ['ana@example.org@example.org', `${cut}@example.org`],
  ['https://ana:secret@example.org/r', 'https://example.org/r'],
  ['git@example.org:o/r', 'git@example.org:o/r'],
  ['@ana, @acme/people, react@18.2.0, @scope/x@1.0', '@ana, @acme/people, react@18.2.0, @scope/x@1.0'],
  ['we met @ noon. ana@localhost', 'we met @ noon. ana@localhost'],
])('%s is shown without addresses', (text, shown) => {
  expect(withoutAddresses(text)).toBe(shown)
})

const part = (signs: string, max: number) =>
  fc.string({ unit: fc.constantFrom(...'abczäßжñ例0189', ...signs), minLength: 1, maxLength: max })
const address = fc
  .tuple(part('+_', 20), part('-', 20), fc.constantFrom('org', 'co.uk', 'museum', 'xn--p1ai', 'рф', '公司'))
  .map(([local, domain, top]) => `${local}@${domain}.${top}`)
const around = fc.string({ unit: fc.constantFrom(...' \n,;:()<>[]{}|/=?&!*`#$^\\'), maxLength: 5 })

test('no address is left, whatever stands around it, and no other word is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(around, address, around), { maxLength: 5 }), (parts) => {
      const text = parts.map((each) => each.join('')).join(' word ')
      const shown = withoutAddresses(text)
      const said = shown.split(cut).length - 1
      // After `://` an address is taken for credentials: it is gone without a word.
      if (!text.includes('://')) expect(said).toBe(parts.length)
      for (const [, own] of parts) expect(shown).not.toContain(own)
      expect(addressesIn(shown)).toEqual([])
      expect(shown.match(/ word /g)?.length ?? 0).toBe(text.match(/ word /g)?.length ?? 0)
    }),
  )
})

test('cuts once and for all, and nothing without a sign', () => {
  const odd = fc.string({ unit: fc.constantFrom(...'ab.@"/:%40-_ \n[]1é🎉', 'git', '://'), maxLength: 60 })
  fc.assert(
    fc.property(odd, (text) => {
      const shown = withoutAddresses(text)
      expect(addressesIn(shown)).toEqual([])
      if (!/@|%40/.test(text)) expect(shown).toBe(text)
      expect(bareName(text)).not.toMatch(/@/)
    }),
  )
})

// Quadratic work on so much would take minutes.
test.each(['a@', '@', '"@', 'a.', 'a@a.', 'a@b.cc', '://', 'a://b', '%40', "'", '<', '@[1', '[a@b.cc'])(
  'reads a long row of %s once',
  (unit) => {
    const text = unit.repeat(200_000)
    expect(withoutAddresses(text).length).toBeGreaterThan(0)
    expect(bareName(`<${text}`).length).toBeLessThanOrEqual(text.length + 1)
  },
)

test.each([
  ['@ana', 'ana'],
  ['Ana Lima <ana@example.org>', 'Ana Lima'],
  ['Ana Lima ana@example.org', 'Ana Lima'],
  ['josé@müller.de', 'josé'],
  ['@ana, carl@example.org; Bo', 'ana, carl, Bo'],
  ['ana@intern', 'ana'],
  ['<ana@example.org>', ''],
])('of the name %s is shown %s', (written, shown) => {
  expect(bareName(written)).toBe(shown)
})
