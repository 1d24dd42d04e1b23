import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const sources = globSync('src/**/*.ts').map((file) => ({ file, text: readFileSync(file, 'utf8') }))

/** Rules whose names are put together: where they are, how one looks there, and what stands before it. */
const composed: readonly (readonly [file: string, pattern: RegExp, room: string])[] = [
  ['src/content/page-source.ts', /\bsay\(\s*'([a-z-]+)'/g, 'pages'],
  ['src/content/discover.ts', /\bsay\(\s*'([a-z-]+)'/g, 'pages'],
  ['src/content/pages.ts', /[?:] \[\s*'([a-z-]+)',/g, 'pages'],
  ['src/content/redirects.ts', /\brule: '([a-z-]+)'/g, 'redirects'],
  ['src/markdown/render.ts', /\0/g, 'markdown'],
  ['src/markdown/limits.ts', /(?:readonly rule:|\|) '([a-z-]+)'/g, 'markdown'],
  // The other languages leave nothing over that could be told.
  ['src/model/dialect-names.ts', /^ {2}'(hugo|gitbook|liquid|tokens|erb|containers)',$/gm, 'dialect'],
  ['src/markdown/dialects/findings.ts', /^ {2}([a-z]+): '/gm, 'includes'],
  ['src/markdown/front-matter.ts', /(?:\breport\(|\? |: )'(visibility|value)'/g, 'front-matter'],
  ['src/markdown/read-data.ts', /(?:readonly rule:|\|) '([a-z-]+)'/g, 'front-matter'],
  ['src/content/link-findings.ts', /^ {2}([a-z]+): '(?:warning|info|error)'/gm, 'links'],
]

/** An image leads to no page: it cannot have moved nor have anchors, and what is not there is `missing`. */
const ofImages = ['images/missing', 'images/withheld', 'images/scheme', 'images/empty']

const rooms =
  /^(?:front-matter|pages|redirects|markdown|dialect|includes|configuration|history|site|content|links|images|search)\//

function rules(): readonly string[] {
  const found = new Set<string>(ofImages)
  for (const { file, text } of sources) {
    // What doctor looks at has names of its own.
    if (file.startsWith('src/setup/')) continue
    const errors = new Set([...text.matchAll(/new WhybookError\(\s*'([^']+)'/g)].map(([, code]) => code))
    for (const [, rule = ''] of text.matchAll(/'([a-z-]+\/[a-z-]+)'/g)) {
      if (rooms.test(rule) && !errors.has(rule)) found.add(rule)
    }
  }
  for (const [file, pattern, room] of composed) {
    const text = sources.find((source) => source.file === file)?.text ?? ''
    for (const [, rule] of text.matchAll(pattern)) found.add(`${room}/${rule}`)
  }
  return [...found].sort()
}

it('knows every place where the name of a rule is put together', () => {
  const places = sources.filter(({ text }) => /finding\(\s*(?:`|rule\b)/.test(text)).map(({ file }) => file)
  const known = [...composed.map(([file]) => file), 'src/markdown/judge.ts']
  expect(places.filter((file) => !known.includes(file))).toEqual([])
})

it('explains every finding there is, and none that there is not', () => {
  const page = readFileSync('handbook/reference/findings.md', 'utf8')
  const explained = [...page.matchAll(/^### ([a-z-]+\/[a-z-]+)$/gm)].map(([, rule = '']) => rule)
  expect(explained.toSorted()).toEqual(rules())
})
