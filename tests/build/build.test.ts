import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { indexFolder } from '../../src/search/build-index.ts'
import { searchIndex } from '../../src/search/search-index.ts'
import { type Repo, repo } from '../kit/repo.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'
import { build, filesOf } from './kit.ts'

// Each builds whole sites in processes of their own.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

let handbook: Repo
let out: string

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

beforeAll(async () => {
  handbook = await repo({
    'index.md': '# Millrace\n\nSee [leave](benefits/leave.md).\n\n![A dot](dot.png)\n\n![Drawn](drawn.svg)\n',
    'benefits/leave.md': '# Leave\n\nTwelve weeks.\n',
    'benefits/travel.md': '# Travel\n\nBy train. See [leave](leave.md).\n',
    'dot.png': picture,
    'drawn.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><path d="M0 0h1"/></svg>',
  })
  await handbook.commit('Give more leave (#2)\n\nBecause twelve weeks were too few for anybody.', {
    'benefits/leave.md': '# Leave\n\nTwenty weeks.\n',
  })
  await handbook.rename('benefits/travel.md', 'benefits/trips.md')
  out = join(temporaryFolder().path, 'site')
})
afterAll(() => handbook.remove())

const withoutIndex = (files: ReadonlyMap<string, string>) =>
  new Map([...files].filter(([path]) => !path.startsWith(indexFolder)))

const read = (path: string) => readFileSync(join(out, path), 'utf8')

describe('a first build', () => {
  it('needs no configuration and writes pages, histories and what stands beside them', async () => {
    const built = await build(handbook.path, out)
    expect(built.pages).toBe(3)
    expect(built.drawn).toBe(built.htmlPages)
    expect(read('benefits/leave/index.html')).toContain('Twenty weeks.')
    expect(read('benefits/leave/history/index.html')).toContain('Give more leave')
    for (const path of ['404.html', '.nojekyll', '_headers', '_whybook/build.json', '_whybook/tree.json']) {
      expect(existsSync(join(out, path)), path).toBe(true)
    }
  })

  it('leads on from the address that a page had', () => {
    expect(read('benefits/travel/index.html')).toMatch(/http-equiv="refresh" content="0; url=\.\.\/trips\/"/)
  })

  it('copies pictures, and SVG files without what could run', () => {
    expect(readFileSync(join(out, 'dot.png'))).toEqual(picture)
    expect(read('drawn.svg')).toContain('<path')
    expect(read('drawn.svg')).not.toContain('script')
  })

  it('writes no sitemap without an address, and leaves nothing beside the output', () => {
    expect(existsSync(join(out, 'sitemap.xml'))).toBe(false)
    expect(readdirSync(dirname(out))).toEqual(['site'])
  })
})

describe('a second build', () => {
  it('touches nothing when nothing changed, and does not run Astro', async () => {
    const before = statSync(join(out, 'index.html'))
    const folder = statSync(out)
    const built = await build(handbook.path, out)
    expect(built.isUnchanged).toBe(true)
    expect(built.steps.map(({ step }) => step)).not.toContain('draw')
    expect(statSync(join(out, 'index.html'))).toEqual(before)
    expect(statSync(out).ino).toBe(folder.ino)
  })

  it('draws only what changed and gives what a clean build gives, byte for byte but for the index, which finds the same', async () => {
    await handbook.commit('Say it better\n\nThe old words were read as a promise by everybody who asked.', {
      'benefits/leave.md': '# Leave\n\nTwenty weeks, for everybody.\n',
      'benefits/pension.md': '# Pension\n\nNew.\n',
      'tools.md': '# Tools\n',
    })
    await build(handbook.path, out)
    await handbook.commit('Go by boat', { 'benefits/trips.md': '# Trips\n\nBy train or boat.\n' })
    const edited = await build(handbook.path, out)
    expect(edited.drawn).toBeGreaterThan(0)
    expect(edited.drawn).toBeLessThan(edited.htmlPages)
    await handbook.commit('Drop tools', { 'tools.md': null })
    await build(handbook.path, out)
    expect(readFileSync(join(out, 'tools/index.html'), 'utf8')).toContain('This page was removed on')
    expect(existsSync(join(out, 'tools.md'))).toBe(false)
    const clean = join(temporaryFolder().path, 'site')
    await build(handbook.path, clean, { clean: true })
    expect(withoutIndex(filesOf(out))).toEqual(withoutIndex(filesOf(clean)))
    // The index is that of the last output, changed: it finds the same, and is divided otherwise.
    for (const words of ['boat', 'promise', 'tools', 'weeks for everybody']) {
      expect(await searchIndex(out, words)).toEqual(await searchIndex(clean, words))
    }
  })

  it('makes an output that somebody edited right again', async () => {
    const before = filesOf(out)
    writeFileSync(join(out, 'index.html'), 'edited')
    writeFileSync(join(out, 'stranger.html'), 'stranger')
    const built = await build(handbook.path, out)
    expect(built.drawn).toBe(1)
    expect(filesOf(out)).toEqual(before)
  })

  it('makes everything anew for another address, with a sitemap', async () => {
    await build(handbook.path, out, { site: 'https://handbook.example.org/' })
    expect(read('sitemap.xml')).toContain('<loc>https://handbook.example.org/benefits/leave/</loc>')
    expect(read('robots.txt')).toContain('Sitemap: https://handbook.example.org/sitemap.xml')
  })
})

describe('two builds at once', () => {
  it('both end right', async () => {
    await handbook.commit('Change once more', { 'index.md': '# Millrace\n\nAnother start.\n' })
    const [first, second] = await Promise.all([build(handbook.path, out), build(handbook.path, out)])
    expect([first.isUnchanged, second.isUnchanged].sort()).toEqual([false, true])
    expect(read('index.html')).toContain('Another start.')
    expect(readdirSync(dirname(out))).toEqual(['site'])
  })
})

describe('a folder that is no repository', () => {
  it('is built, and says that there is no history', async () => {
    const folder = temporaryFolder().path
    writeFileSync(join(folder, 'page.md'), '# Page\n')
    const built = await build(folder, join(folder, 'dist'))
    expect(built.pages).toBe(1)
    expect(built.history).toMatch(/no history/i)
  })

  it('is an error when it has no page, unless that is allowed', async () => {
    const folder = temporaryFolder().path
    await expect(build(folder, join(folder, 'dist'))).rejects.toThrow(/no page to publish/)
    expect(existsSync(join(folder, 'dist'))).toBe(false)
    const built = await build(folder, join(folder, 'dist'), { allowEmpty: true })
    expect(built.pages).toBe(0)
  })
})
