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
