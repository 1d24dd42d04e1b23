import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

/** What `.astro` files and client scripts may import of our modules beside types; as in .dependency-cruiser.js. */
const allowed = [
  /^src\/(pages|layouts|components|client|styles)\//,
  /^src\/text\/(counting|dates|names|nearest|relative|shortest-edits|twin|visible)\.ts$/,
  /^src\/astro\/current\.ts$/,
]

const importLine = /^\s*import\s+(type\s+)?(?:[^'"]*?from\s+)?['"](\.[^'"]+)['"]/gm

describe('the site', () => {
  const files = globSync('src/{pages,layouts,components}/**/*.astro')

  it('has pages to look at', () => {
    expect(files.length).toBeGreaterThan(5)
  })

  it.each(files)('%s imports only types, the current handbook and browser-safe modules', (file) => {
    const source = readFileSync(file, 'utf8')
    const wrong = [...source.matchAll(importLine)]
      .filter(([, isType]) => isType === undefined)
      .map(([, , target]) => normalize(join(dirname(file), target ?? '')))
      .filter((target) => !allowed.some((pattern) => pattern.test(target)))
    expect(wrong).toEqual([])
  })

  it.each(files)('%s holds no inline style or script, which the content security policy would refuse', (file) => {
    const source = readFileSync(file, 'utf8')
    expect(source).not.toMatch(/\sstyle=|is:inline|define:vars|set:html=\{`/)
  })
})

describe('the source', () => {
  it('never evaluates text as code', () => {
    const wrong = globSync('src/**/*.{ts,astro}').filter((file) =>
      /\beval\(|new Function\(/.test(readFileSync(file, 'utf8')),
    )
    expect(wrong).toEqual([])
  })
})

describe('pure rooms', () => {
  const files = globSync('src/**/*.ts')
  const imports = new Map(files.map((file) => [file, importedValues(file)]))

  it('reach files, processes and network nowhere but where a handbook is opened', () => {
    const reaching = files
      .filter((file) => /^src\/(text|model|markdown|people|handbook|exports)\//.test(file))
      .flatMap((file) => wayOutside(file, imports) ?? [])
    expect(reaching.map((way) => way.replace(/ > .*/, ''))).toEqual(['src/handbook/open.ts', 'src/handbook/reading.ts'])
  })
})

/** Modules that a file imports values of; as in .dependency-cruiser.js, types are no way to files. */
function importedValues(file: string): readonly string[] {
  const statement =
    /^(?:import|export)\s+(?!type\b)(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm
  return [...readFileSync(file, 'utf8').matchAll(statement)]
    .filter(([text]) => !/^import\s*\{(\s*type\s+\w+\s*,?)+\s*\}/.test(text))
    .map(([, named, loaded]) => named ?? loaded ?? '')
    .map((target) => (target.startsWith('.') ? normalize(join(dirname(file), target)) : target))
}

/** The shortest way from a file to a module of Node that touches the outside; null without one. */
function wayOutside(file: string, imports: ReadonlyMap<string, readonly string[]>): string | null {
  const seen = new Set([file])
  const ways = [[file]]
  for (const way of ways) {
    const last = way.at(-1) ?? ''
    if (/^node:(?!(buffer|crypto|path|url|util)$)/.test(last)) return way.join(' > ')
    for (const next of imports.get(last) ?? []) {
      if (seen.has(next)) continue
      seen.add(next)
      ways.push([...way, next])
    }
  }
  return null
}
