import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { readFrontMatter } from '../../src/markdown/front-matter.ts'
import type { RepoPath } from '../../src/model/ids.ts'

const path = 'a.md' as RepoPath
const read = (text: string) => readFrontMatter(text, path)
const places = (text: string) => read(text).findings.map(({ ruleId, line, column }) => `${ruleId} ${line}:${column}`)

describe('reads front matter', () => {
  test('known keys, and the page below with its line', () => {
    const { data, body, bodyLine, withheld, findings } = read('---\ntitle: Leave\nkeywords: paternity\n---\n\nText\n')
    expect({ ...data }).toEqual({ title: 'Leave', keywords: ['paternity'] })
    expect([body, bodyLine, withheld, findings]).toEqual(['\nText\n', 5, false, []])
  })

  test.each([
    ['a byte order mark', '\uFEFF---\ntitle: A\n---\nText'],
    ['CRLF', '---\r\ntitle: A\r\n---\r\nText'],
    ['CR alone', '---\rtitle: A\r---\rText'],
    ['blanks after the closing fence', '---\ntitle: A\n--- \t\nText'],
  ])('with %s', (_, text) => {
    const { data, body, bodyLine, findings } = read(text)
    expect([data.title, body, bodyLine, findings]).toEqual(['A', 'Text', 4, []])
  })

  test('a file without it is all page', () => {
    expect(read('# Title\n\n---\ntitle: x\n---\n')).toMatchObject({ bodyLine: 1, withheld: false, findings: [] })
  })

  test('a page that begins with a rule is no front matter', () => {
    for (const text of ['----\nText', '\n---\nText\n\n---\n', '***\nText']) {
      expect(read(text)).toMatchObject({ body: text, withheld: false, findings: [] })
    }
  })

  test('numbers in texts stay as written, and dates stay days', () => {
    const { data, raw } = read(
      '---\ntitle: 1.10\nowner: 007\nkeywords: [401, k]\neffective: 2026-02-01\nx: 1.10\n---\n',
    )
    expect({ ...data }).toEqual({ title: '1.10', owner: '007', keywords: ['401', 'k'], effective: '2026-02-01' })
    expect({ ...raw }).toMatchObject({ x: 1.1 })
  })

  test('unknown keys are kept and ignored', () => {
    const { raw, findings } = read('---\nlayout: wide\nnested: { a: [1, 2] }\n---\n')
    expect(JSON.stringify(raw)).toBe('{"layout":"wide","nested":{"a":[1,2]}}')
    expect(findings).toEqual([])
  })

  test('a wrong value is reported at its key and left out, the rest stays', () => {
    const text = '---\ntitle: A\nreview:\n  last: 2026-02-30\n  every: 12 months\nkind: polcy\n---\n'
    const { data, withheld } = read(text)
    expect(places(text)).toEqual(['front-matter/value 6:1', 'front-matter/value 4:3'])
    expect(JSON.parse(JSON.stringify(data))).toEqual({ title: 'A', review: { every: '12 months' } })
    expect(withheld).toBe(false)
  })

  test("Jekyll's `published: false` is a draft", () => {
    expect(read('---\npublished: false\n---\n').data.draft).toBe(true)
    expect(read('---\npublished: false\ndraft: false\n---\n').data.draft).toBe(true)
    expect(places('---\ntitle: a\npublished: no\n---\n')).toEqual(['front-matter/published 3:1'])
    expect(read('---\npublished: true\n---\n')).toMatchObject({ findings: [], withheld: false })
  })
})

describe('withholds a page whose visibility cannot be told', () => {
  test.each([
    ['an unclosed fence', '---\ntitle: A\n\nText', 1, 1],
    ['a line inside that begins with a fence', '---\ntitle: A\n---x\ndraft: true\n---\n', 3, 1],
    ['a longer line of hyphens inside', '---\ntitle: A\n----\ndraft: true\n---\n', 3, 1],
    ['a blank before the fence', ' ---\ndraft: true\n---\nText', 1, 2],
    ['a blank after the fence', '--- \ndraft: true\n---\nText', 1, 1],
    ['a line above the fence', '\n---\ndraft: true\n---\nText', 2, 1],
  ])('%s', (_, text, line, column) => {
    expect(read(text)).toMatchObject({ withheld: true })
    expect(read(text).findings).toMatchObject([{ ruleId: 'front-matter/fence', level: 'error', line, column, path }])
  })

  test.each([
    ['Draft: true', 2, 1],
    ['DRAFT: true', 2, 1],
    ['drfat: true', 2, 1],
    ['drafts: true', 2, 1],
    ['is_draft: true', 2, 1],
    ['audiance: internal', 2, 1],
    ['Audience: internal', 2, 1],
    ['draft: yes', 2, 1],
    ['draft: "true"', 2, 1],
    ['draft:', 2, 1],
    ['draft: 1', 2, 1],
    ['audience: Internal', 2, 1],
    ['audience: [internal]', 2, 1],
    ['title: A\naudience: nobody', 3, 1],
  ])('%s', (yaml, line, column) => {
    const text = `---\n${yaml}\n---\nText`
    expect(read(text).withheld).toBe(true)
    expect(read(text).findings).toMatchObject([{ ruleId: 'front-matter/visibility', level: 'error', line, column }])
  })

  test.each([
    'title: On drafting',
    'audit: yes',
    'craftsmanship: 1',
    'draft: true',
    'draft: false',
    'audience: public',
  ])('but not for %s', (yaml) => expect(read(`---\n${yaml}\n---\n`)).toMatchObject({ withheld: false, findings: [] }))

  test.each([
    ['title: Foo: bar', 'yaml', 2, 8],
    ['a: 1\nb: [1, 2', 'yaml', 3, 9],
    ['a: 1\n...\ndraft: true', 'yaml', 3, 1],
    ['- one\n- two', 'yaml', 2, 1],
    ['Just a sentence', 'yaml', 2, 1],
    ['a: !!js/function "x"', 'yaml', 2, 4],
    ['a: &x 1\nb: 2', 'alias', 2, 7],
    ['a: 1\nb: *x', 'alias', 3, 4],
    ['a: 1\n<<: { draft: true }', 'alias', 3, 1],
    ['a:\n  <<: { draft: true }', 'alias', 3, 3],
    ['a: 1\n__proto__: { draft: true }', 'key', 3, 1],
    ['a: { constructor: 1 }', 'key', 2, 6],
    ['a:\n  - prototype: 1', 'key', 3, 5],
    ['draft: true\ndraft: false', 'key', 3, 1],
    ['draft: true\n"\\u0064raft": false', 'key', 3, 1],
    ['? [a, b]\n: 1', 'key', 2, 3],
  ])('%j', (yaml, rule, line, column) => {
    const reading = read(`---\n${yaml}\n---\nText`)
    expect(reading.withheld).toBe(true)
    expect(reading.findings).toContainEqual(expect.objectContaining({ ruleId: `front-matter/${rule}`, line, column }))
  })

  test.each([
    ['title: Leave: how to take it', 'A value that holds a colon and a blank has to stand in quotes'],
    ['owner: @ana', 'A value that begins with this character has to stand in quotes'],
    ['title: "Leave', 'Close what was opened, or put the whole value in quotes.'],
    ["title: 'it's'", 'put the value in quotes.'],
    ['a: 1\n\tb: 2', 'Indent with blanks.'],
  ])('%j says how to mend it', (yaml, advice) => {
    const [first] = read(`---\n${yaml}\n---\nText`).findings
    expect(first?.reason).toContain(advice)
  })

  test.each([
    ['more than 64 KB', `a: ${'x'.repeat(66_000)}`],
    ['more than 1,000 keys', Array.from({ length: 1001 }, (_, key) => `k${key}: 1`).join('\n')],
    ['more than 32 levels', `a: ${'['.repeat(33)}${']'.repeat(33)}`],
    ['a flow bomb', `a: ${'['.repeat(50_000)}`],
    ['a compact bomb', '- '.repeat(30_000)],
    ['a key bomb', `{${'a,'.repeat(30_000)}}`],
  ])('%s', (_, yaml) => {
    const reading = read(`---\n${yaml}\n---\nText`)
    expect(reading.withheld).toBe(true)
    expect(reading.findings.map(({ ruleId }) => ruleId)).toContain('front-matter/limit')
  })

  test.each([
    ['with blanks above it', '\n{ "title" : "A" }\n'],
    ['with text behind it', '{"title": "A"} x\n'],
    ['that nothing closes', '{"draft": true\n\n# A'],
  ])('an object of JSON %s', (_, text) => {
    expect(read(text)).toMatchObject({ withheld: true, findings: [{ ruleId: 'front-matter/fence', level: 'error' }] })
  })

  test('but not a text that begins with braces of another kind', () => {
    for (const text of ['{: .note }\n', '{% if a %}', '{{ page.title }}', '{a: b}', '{"a"}', '{/* "a": 1 */}'])
      expect(read(text)).toMatchObject({ withheld: false, findings: [] })
  })

  test.each([
    ['a slip in a key', '+++\ntitle = "A"\nDraft = true\n+++\n', 'front-matter/visibility 3:1'],
    ['a draft in words', '+++\ndraft = "yes"\n+++\n', 'front-matter/visibility 2:1'],
    ['a fault', '+++\ntitle = "A"\ndraft = tru\n+++\n', 'front-matter/toml 3:9'],
    ['the same key twice', '+++\na = 1\na = 2\n+++\n', 'front-matter/toml 3:1'],
    ['a key that reaches a prototype', '+++\n[a]\n__proto__ = 1\n+++\n', 'front-matter/key 3:1'],
    [
      'more than 1,000 keys',
      `+++\n${Array.from({ length: 1001 }, (_, key) => `k${key} = 1\n`).join('')}+++\n`,
      'front-matter/limit 2:1',
    ],
    ['more than 32 levels', `+++\n${'a.'.repeat(40)}a = 1\n+++\n`, 'front-matter/limit 2:1'],
    ['lists in lists', `+++\na = ${'['.repeat(30_000)}\n+++\n`, 'front-matter/toml 2:37'],
    ['more than 64 KB', `+++\na = "${'x'.repeat(70_000)}"\n+++\n`, 'front-matter/limit 2:1'],
    ['no end', '+++\ntitle = "A"\nText', 'front-matter/fence 1:1'],
    ['JSON of a slip', '{\n  "Draft": true\n}\n', 'front-matter/visibility 2:3'],
    ['JSON with a fault', '{\n  "title": "A",\n  "draft": }\n}\n', 'front-matter/visibility 3:3'],
  ])('TOML or JSON with %s', (_, text, finding) => {
    expect(read(text).withheld).toBe(true)
    expect(places(text)[0]).toBe(finding)
  })
})

describe('reads what Hugo reads beside YAML', () => {
  test.each([
    ['TOML', '+++\ntitle = "A"\nweight = 3\naliases = ["/b/"]\n[params]\nd = 2026-02-01\n+++\nText', 8],
    [
      'TOML of Windows',
      '\uFEFF+++\r\ntitle = "A"\r\nweight = 3\r\naliases = ["/b/"]\r\n[params]\r\nd = 2026-02-01\r\n+++\r\nText',
      8,
    ],
    ['JSON', '{\n\t"title": "A",\n\t"weight": 3, "aliases": ["/b/"],\n\t"params": { "d": "2026-02-01" }\n}\nText', 6],
    ['JSON on one line', '{"title":"A","weight":3,"aliases":["/b/"],"params":{"d":"2026-02-01"}}\nText', 2],
    [
      'JSON between fences',
      ';;;\n{"title":"A","weight":3,"aliases":["/b/"],"params":{"d":"2026-02-01"}}\n;;;\nText',
      4,
    ],
  ])('%s', (_, text, line) => {
    const { data, raw, body, bodyLine, withheld, findings } = read(text)
    expect({ ...data }).toEqual({ title: 'A', weight: 3, aliases: ['/b/'] })
    expect({ ...(raw['params'] as object) }).toEqual({ d: '2026-02-01' })
    expect([body, bodyLine, withheld, findings]).toEqual(['Text', line, false, []])
  })

  test('drafts of either are drafts', () => {
    expect(read('+++\ndraft = true\n+++\nText')).toMatchObject({ withheld: false, data: { draft: true } })
    expect(read('{"draft": true}\nText')).toMatchObject({ withheld: false, data: { draft: true } })
  })

  test('numbers in texts as written, and wrong values at their key', () => {
    expect({ ...read('+++\ntitle = 1.10 # x\nowner = 7\n+++\n').data }).toEqual({ title: '1.10', owner: '7' })
    expect(places('+++\ntitle = "A"\n[review]\nevery = "now and then"\n+++\n')).toEqual(['front-matter/value 4:1'])
  })
})

describe('says no more than a person can read', () => {
  test('of a file of wrong characters', () => {
    const { findings, withheld } = read(`---\n${']'.repeat(10_000)}\n---\n`)
    expect(withheld).toBe(true)
    expect(findings.length).toBeLessThanOrEqual(50)
  })

  test('and still looks at a key that gray-matter takes for a comment', () => {
    expect(read('---\n\u2028#draft: true\n---\nText').withheld).toBe(true)
    expect(read('---\n# draft: true\n\n\n  # more\n---\nText')).toMatchObject({ withheld: false, findings: [] })
    expect(read('---\ntitle: a\n\n  ---\ndraft: true\n---\nText').data.draft).toBe(true)
  })
})

describe('never runs what stands in a fence', () => {
  const folder = mkdtempSync(join(tmpdir(), 'whybook-canary-'))
  const canary = join(folder, 'ran')
  afterAll(() => rmSync(folder, { recursive: true }))
  const code = `module.exports = (require('fs').writeFileSync(${JSON.stringify(canary)}, 'x'), globalThis.ran = true, {})`

  test.each([
    '---js',
    '---javascript',
    '---JS',
    '---JavaScript',
    '--- js',
    '--- js ',
    '---\tjs',
    ' ---js',
    '\uFEFF---js',
    '\n---js\ntitle: A',
    '---json',
    '---coffee',
    '---cson',
    '---toml',
    '---yaml',
    '---node',
    '+++js',
    '---{js}',
  ])('%j', (fence) => {
    const reading = read(`${fence}\n${code}\n---\nText`)
    expect(reading.withheld).toBe(true)
    expect(Object.keys(reading.data)).toEqual([])
    expect(existsSync(canary)).toBe(false)
    expect(globalThis).not.toHaveProperty('ran')
  })

  test('nor when it stands below a good fence', () => {
    expect(read(`---\ntitle: A\n---\n---js\n${code}\n---\n`)).toMatchObject({ withheld: false })
    expect(existsSync(canary)).toBe(false)
  })
})

describe('whatever is written', () => {
  const piece = fc.constantFrom(
    ...[
      '---',
      '--- ',
      ' ---',
      '---js',
      '+++',
      '...',
      '\n',
      '\r\n',
      '\uFEFF',
      'draft: true',
      'Draft: true',
      'title: ',
      ': ',
    ],
    ...[
      '&a ',
      '*a',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '#',
      '|',
      '>',
      '? ',
      '!!str ',
      '__proto__: 1',
      'audience: internal',
      '\t',
    ],
  )
  const text = fc
    .array(fc.oneof(piece, piece, fc.string({ maxLength: 8, unit: 'binary' })), { maxLength: 25 })
    .map((parts) => parts.join(''))

  test('it never throws, keeps the body as it is, and reads objects without a prototype', () => {
    fc.assert(
      fc.property(fc.boolean(), text, (opens, rest) => {
        const file = opens ? `---\n${rest}` : rest
        const { data, raw, body, bodyLine, withheld, findings } = read(file)
        expect(file.endsWith(body)).toBe(true)
        expect(bodyLine).toBe(file.slice(0, file.length - body.length).split(/\r\n|\r|\n/).length)
        expect(Object.getPrototypeOf(data)).toBeNull()
        expect(everyObject(raw)).toBe(true)
        expect(findings.every(({ line, column }) => (line ?? 0) > 0 && (column ?? 0) > 0)).toBe(true)
        expect(withheld).toBe(findings.some(({ level }) => level === 'error'))
      }),
      { numRuns: 3000 },
    )
  })

  test('the same text gives the same answer twice', () => {
    fc.assert(
      fc.property(text, (rest) => {
        expect(read(`---\n${rest}`)).toEqual(read(`---\n${rest}`))
      }),
    )
  })
})

function everyObject(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(everyObject)
  if (typeof value !== 'object' || value === null) return true
  return Object.getPrototypeOf(value) === null && Object.values(value).every(everyObject)
}
