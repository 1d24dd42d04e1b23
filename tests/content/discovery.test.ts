import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { symlink } from '../kit/files.ts'
import { readFiles, readFolder, told, writeFiles } from './read-files.ts'

describe('which files become pages', () => {
  test('Markdown by its endings, and nothing below folders that are never content', async () => {
    const { addresses } = await readFiles({
      'a.md': '# A',
      'b.markdown': '# B',
      'c.html.md': '# C',
      'D.MD': '# D',
      'e.txt': 'E',
      'finance/vendor/f.md': '# F',
      '.github/g.md': '# G',
      'node_modules/x/h.md': '# H',
      'dist/i.md': '# I',
      'vendor/j.md': '# J',
      'x/_includes/k.md': '# K',
      '.gitbook/l.md': '# L',
    })
    expect(addresses).toEqual({
      'D.MD': '/D/',
      'a.md': '/a/',
      'b.markdown': '/b/',
      'c.html.md': '/c/',
      'finance/vendor/f.md': '/finance/vendor/f/',
    })
  })

  test('a name that is not UTF-8 is told as such, a file and a folder', async () => {
    const folder = writeFiles({ 'a.md': '# A', 'b\uFFFDc.md': '# Well' })
    const named = (name: string) => Buffer.concat([Buffer.from(`${folder}/`), Buffer.from(name, 'latin1')])
    writeFileSync(named('caf\xe9.md'), '# Café')
    writeFileSync(named('caf\xe9.log'), 'no page')
    mkdirSync(named('d\xe9'))
    const { addresses, findings } = await readFolder(folder)
    expect(Object.keys(addresses)).toEqual(['a.md', 'b\uFFFDc.md'])
    expect(told(findings)).toEqual(['pages/name caf�.md', 'pages/name d�'])
  })

  test('SUMMARY.md is navigation, summary.md a page', async () => {
    const { addresses, content } = await readFiles({
      'SUMMARY.md': '* [A](a.md)',
      'a.md': '# A',
      'x/summary.md': '# S',
    })
    expect(addresses).toEqual({ 'a.md': '/a/', 'x/summary.md': '/x/summary/' })
    expect([...content.withheldPaths]).toEqual(['SUMMARY.md'])
  })

  test('LICENSE.md and the like are pages only where the repository is the content', async () => {
    const about = { 'LICENSE.md': '# L', 'CONTRIBUTING.md': '# C' }
    expect((await readFiles({ ...about, 'a.md': '# A', 'hr/b.md': '# B' })).addresses).toHaveProperty('CONTRIBUTING.md')
    expect(Object.keys((await readFiles({ ...about, 'docs/a.md': '# A' })).addresses)).toEqual(['docs/a.md'])
  })

  test('what the build writes is not read back', async () => {
    const { addresses } = await readFiles({ 'a.md': '# A', 'out/a.md': '# A' }, { skip: ['out' as never] })
    expect(addresses).toEqual({ 'a.md': '/a/' })
  })

  test('MDX runs only in folders that are named, and never for an outsider', async () => {
    const files = {
      'handbook.yml': 'mdx: [guides]',
      'guides/a.mdx': '# A',
      'guides/e.md': '# E',
      'guides-b/b.mdx': '# B',
      'Guides/c.mdx': '# C',
      'd.md': '# D',
    }
    const own = await readFiles(files)
    expect(Object.keys(own.addresses)).toEqual(['d.md', 'guides/a.mdx', 'guides/e.md'])
    expect(own.page('/guides/a/').isMdx).toBe(true)
    expect(told(own.findings)).toEqual(['pages/mdx Guides/c.mdx', 'pages/mdx guides-b/b.mdx'])
    const outside = await readFiles(files, { trusted: false })
    expect(Object.keys(outside.addresses)).toEqual(['d.md', 'guides/e.md'])
    expect(outside.content.withheldPaths).toContain('guides/a.mdx')
  })
})

describe('what is no plain file', () => {
  test('a link out of the handbook is never followed', async () => {
    const secret = join(writeFiles({ 'secret.md': '# Secret', 'secret.png': 'PNG' }))
    const { content, findings } = await readFiles({
      'a.md': '# A\n\n![x](b.png)',
      'b.md': symlink(`${secret}/secret.md`),
      'b.png': symlink(`${secret}/secret.png`),
      'c.md': symlink('/etc/passwd'),
      folder: symlink(secret),
      'gone.md': symlink('nowhere.md'),
      loop: symlink('.'),
      'git.md': symlink('.git/config'),
    })
    expect(content.pages.map(({ path }) => path)).toEqual(['a.md'])
    expect(content.files()).toEqual([])
    expect(told(findings).filter((line) => !line.startsWith('images'))).toEqual([
      'pages/symlink b.md',
      'pages/symlink b.png',
      'pages/symlink c.md',
      'pages/symlink folder',
      'pages/symlink git.md',
      'pages/symlink gone.md',
      'pages/symlink loop',
    ])
  })

  test('a link to a page of the handbook is another address of it, not a second page', async () => {
    const { addresses, content, resolver, page } = await readFiles({
      'start/a.md': '# A\n\n[b](b.md)',
      'start/b.md': symlink('../hr/b.md'),
      'hr/b.md': '# B',
    })
    expect(addresses).toEqual({ 'hr/b.md': '/hr/b/', 'start/a.md': '/start/a/' })
    expect(content.redirects).toEqual([{ from: '/start/b/', to: '/hr/b/' }])
    expect(resolver.link(page('/start/a/'), 'b.md')?.href).toBe('../../hr/b/')
  })

  test('a link cannot publish what its folder hides', async () => {
    const { content } = await readFiles({
      'handbook.yml': 'folders: { secret: { audience: internal } }',
      'secret/pay.md': '# Pay',
      'secret/pay.png': 'PNG',
      'pay.md': symlink('secret/pay.md'),
      'pay.png': symlink('secret/pay.png'),
      'a.md': '# A\n\n![x](pay.png) [y](pay.md)',
    })
    expect(content.pages.map(({ path }) => path)).toEqual(['a.md'])
    expect(content.files()).toEqual([])
    expect(content.redirects).toEqual([])
  })

  test.runIf(process.platform !== 'win32')('a pipe is told and never waited for', async () => {
    const root = writeFiles({ 'a.md': '# A' })
    execFileSync('mkfifo', [join(root, 'b.md')])
    const { addresses, findings } = await readFolder(root)
    expect(addresses).toEqual({ 'a.md': '/a/' })
    expect(told(findings)).toEqual(['pages/special b.md'])
  })

  test('other repositories inside are told and left out, there or not', async () => {
    const root = writeFiles({
      'a.md': '# A',
      'sub/b.md': '# B',
      'sub/.git': 'gitdir: ../.git/modules/sub',
      '.gitmodules': '[submodule "x"]\n\tpath = absent\n\turl = https://example.org/x\n',
    })
    mkdirSync(join(root, 'absent'))
    const { addresses, findings } = await readFolder(root)
    expect(addresses).toEqual({ 'a.md': '/a/' })
    expect(told(findings)).toEqual(['pages/submodule absent', 'pages/submodule sub'])
  })
})

describe('bytes', () => {
  test('a byte order mark and CRLF are no trouble', async () => {
    const { page } = await readFiles({ 'a.md': '\uFEFF---\r\ntitle: Ärger\r\n---\r\n\r\nText\r\n' })
    expect(page('/a/')).toMatchObject({ title: 'Ärger', bodyLine: 4 })
  })

  test.each<[string, Buffer, string, boolean]>([
    ['Latin-1', Buffer.from('# A\n\nH\xe9 \xe0', 'latin1'), 'pages/encoding a.md:3', true],
    ['a NUL', Buffer.from('# A\n\nab\0c'), 'pages/encoding a.md:3', false],
    [
      'UTF-16',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('# A', 'utf16le')]),
      'pages/encoding a.md:1',
      true,
    ],
    ['UTF-16 with a draft', Buffer.from('---\ndraft: true\n---\n', 'utf16le'), 'pages/encoding a.md:1', false],
    [
      'a pointer of Git LFS',
      Buffer.from('version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n'),
      'pages/lfs a.md',
      false,
    ],
  ])('%s is told with its place', async (_, bytes, finding, isPublished) => {
    const { addresses, findings } = await readFiles({ 'a.md': bytes, 'b.md': '# B' })
    expect(told(findings)).toEqual([finding])
    expect(Object.keys(addresses)).toEqual(isPublished ? ['a.md', 'b.md'] : ['b.md'])
  })

  test('says the column of the first byte that is not UTF-8', async () => {
    const { findings } = await readFiles({
      'a.md': Buffer.concat([Buffer.from('# é\n\nA \uFFFD é '), Buffer.from([0xe9])]),
    })
    expect(findings[0]).toMatchObject({ line: 3, column: 7 })
  })

  test('large and empty pages are told', async () => {
    const { findings } = await readFiles({
      'handbook.yml': 'limits: { pageBytes: 1kB }',
      'big.md': `# Big\n\n${'word '.repeat(300)}`,
      'empty.md': '---\ntitle: Nothing\n---\n',
      'hr/index.md': '---\ntitle: HR\n---\n',
      'hr/a.md': '# A',
    })
    expect(told(findings)).toEqual(['pages/size big.md', 'pages/empty empty.md'])
  })
})
