/** British and American endings, each with the other. */
const endings: readonly (readonly [RegExp, string])[] = [
  [/isations?$/, 'ization'],
  [/izations?$/, 'isation'],
  [/is(e[srd]?|ing)$/, 'iz$1'],
  [/iz(e[srd]?|ing)$/, 'is$1'],
  [/yse([srd]?)$/, 'yze$1'],
  [/yze([srd]?)$/, 'yse$1'],
  [/our(s|ed|ing|able|al|s)?$/, 'or$1'],
  [/([^aeou])or(s|ed|ing|able|al)?$/, '$1our$2'],
  [/([aeiou])ll(ing|ed|ors?|ers?)$/, '$1l$2'],
  [/([aeiou])l(ing|ed|ors?|ers?)$/, '$1ll$2'],
  [/([^aeiou])re$/, '$1er'],
  [/ence$/, 'ense'],
  [/ense$/, 'ence'],
  [/ogue$/, 'og'],
]

/** The same word as it is spelt on the other side of the Atlantic; none where there is no other way. */
export function otherSpellings(word: string): readonly string[] {
  const lower = word.toLowerCase()
  if (lower.length < 5) return []
  const others = endings.flatMap(([ending, other]) => (ending.test(lower) ? [lower.replace(ending, other)] : []))
  return [...new Set(others)].filter((other) => other !== lower).slice(0, 2)
}

let countries: ReadonlySet<string> | undefined

/** True for the English name of a country, in lower case. */
export function isCountry(word: string): boolean {
  countries ??= countryNames()
  return countries.has(word.toLowerCase())
}

function countryNames(): ReadonlySet<string> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return new Set(
    letters
      .flatMap((a) => letters.flatMap((b) => names.of(a + b)?.toLowerCase() ?? []))
      .filter((name) => name.length > 3),
  )
}
