import { describe, expect, test } from 'vitest'
import { readConfiguration } from '../../src/content/configuration.ts'
import { folderRules } from '../../src/content/folder-rules.ts'
import { parseConfiguration } from '../../src/content/parse-configuration.ts'
import { writtenFolder } from '../../src/content/written-folder.ts'
import { defaultConfiguration } from '../../src/model/default-configuration.ts'
import { WhybookError } from '../../src/model/error.ts'
import type { RepoPath } from '../../src/model/ids.ts'
import { symlink } from '../kit/files.ts'
import { told, writeFiles } from './read-files.ts'

const FILE = 'handbook.yml' as RepoPath

function faults(text: string): string {
  try {
    parseConfiguration(text, FILE)
    return 'none'
  } catch (error) {
    if (!(error instanceof WhybookError)) throw error
    return `${error.place?.line}:${error.place?.column} ${error.message.replace('handbook.yml: ', '')}`
  }
}

describe('the configuration', () => {
  test('an empty file means the defaults, as no file does', () => {
    expect(parseConfiguration('', FILE)).toMatchObject({ audience: 'public', remoteImages: 'allow', folders: {} })
    expect(parseConfiguration('', FILE)).toEqual(defaultConfiguration)
  })

  test.each([
    ['./guides/', 'guides'],
    ['.\\guides\\a\\', 'guides/a'],
    ['//././guides', 'guides'],
    [' . ', ''],
    ['./', ''],
    ['.github/docs', '.github/docs'],
    ['a/./b', 'a/./b'],
    ['../guides', '../guides'],
  ])('a folder is read without what people write around it: %s', (written, folder) => {
    expect(writtenFolder(written)).toBe(folder)
  })

  test.each([
    ['name: A\nfolder: {}', '2:1 unknown key “folder”; did you mean “folders”?'],
    ['folders:\n  a:\n    ownr: x', '3:5 unknown key “folders.a.ownr”; did you mean “owner”?'],
    ['folders:\n  a: { history: { shw: none } }', '2:19 unknown key “folders.a.history.shw”; did you mean “show”?'],
    ['salutation: x', '1:1 unknown key “salutation”'],
    ['audience: intern', '1:11 “audience” must be “public” or “internal”'],
    ['name: 3', '1:7 “name” must be text'],
    ['mdx: guides', '1:6 “mdx” must be a list'],
    ['folders: []', '1:10 “folders” must be keys and values'],
    ['folders:\n  a: { review: soon }', '2:16 “folders.a.review” must be a span like "12 months"'],
    ['site: ftp://x', '1:7 “site” must be an address that begins with https:// or http://'],
    ['limits: { pageBytes: huge }', '1:22 “limits.pageBytes” must be a size like "1MB"'],
    ['lang: not a tag', '1:7 “lang” must be a language tag such as en or pt-BR'],
    ['- a', '1:1 must hold keys and values'],
    ['a: &x 1\nname: *x', '2:7 aliases (*name) are not read here'],
    ['folders:\n  __proto__: {}', '2:3 a key must be a plain word'],
    ['name: a\nname: b', '2:1 Map keys must be unique'],
    ['name: !!js/function x', '1:7 Unresolved tag: tag:yaml.org,2002:js/function'],
  ])('%j is refused at its place', (text, message) => {
    expect(faults(text)).toBe(message)
  })

  test('all faults are told at once, in the order of the file', () => {
    expect(faults('names: x\naudience: y\nfolders:\n  a: { kind: z }')).toMatch(
      /^1:1 handbook.yml has 3 faults:\n {2}1:1 .*\n {2}2:11 .*\n {2}4:14 /,
    )
  })

  test.each([['a: '.padEnd(40_000, '[')], ['x'.repeat(70_000)]])('a hostile file is refused quickly', (text) => {
    expect(faults(text)).toMatch(/^1:/)
  })
})

describe('where the configuration is read from', () => {
  test('the root or the content folder', async () => {
    const root = writeFiles({ 'docs/handbook.yml': 'name: Ours', 'docs/a.md': '# A', 'docs/b.md': '# B' })
    expect(await readConfiguration(root)).toMatchObject({ contentRoot: 'docs', path: 'docs/handbook.yml' })
  })

  test('two of them are an error, since one would be ignored', async () => {
    const root = writeFiles({ 'handbook.yml': '', 'docs/handbook.yml': 'audience: internal', 'docs/a.md': '# A' })
    await expect(readConfiguration(root)).rejects.toMatchObject({ code: 'content/two-configurations' })
  })

  test('a broken one stops the build and says where', async () => {
    const root = writeFiles({ 'handbook.yml': 'name: [', 'a.md': '# A' })
    await expect(readConfiguration(root)).rejects.toMatchObject({
      code: 'content/configuration',
      place: { path: 'handbook.yml', line: 1 },
    })
  })

  test('a link in its place is not followed and not passed over', async () => {
    const root = writeFiles({ 'handbook.yml': symlink('/etc/hostname'), 'a.md': '# A' })
    await expect(readConfiguration(root)).rejects.toMatchObject({ code: 'content/configuration' })
  })

  test('untrusted, the work tree is not looked at', async () => {
    const root = writeFiles({ 'handbook.yml': 'mdx: [/]\nname: Mine', 'a.md': '# A' })
    const target = async (path: RepoPath) => (path === 'handbook.yml' ? 'name: Theirs' : null)
    expect((await readConfiguration(root, { read: target })).configuration).toMatchObject({ name: 'Theirs', mdx: [] })
    expect((await readConfiguration(root, { read: async () => null })).configuration.mdx).toEqual([])
  })

  test.each([['../outside'], ['missing'], ['link']])('the content folder %s is refused', async (folder) => {
    const root = writeFiles({ 'handbook.yml': `content: ${folder}`, 'a.md': '# A', link: symlink('/etc') })
    await expect(readConfiguration(root)).rejects.toMatchObject({ code: 'content/no-content' })
  })

  test('a rule for a folder that is not there is told, loudly when it would hide something', async () => {
    const rules =
      'folders:\n  polices: { kind: policy }\n  people/salary: { audience: internal }\n  policies: { kind: policy }'
    const root = writeFiles({ 'handbook.yml': rules, 'policies/a.md': '# A', 'people/salaries/b.md': '# B' })
    const { findings } = await readConfiguration(root)
    expect(told(findings)).toEqual(['configuration/folder handbook.yml:2', 'configuration/folder handbook.yml:3'])
    expect(findings.map(({ level }) => level)).toEqual(['warning', 'error'])
    expect(findings[0]?.reason).toContain('did you mean “policies”?')
  })
})

describe('folder rules', () => {
  const ruleOf = folderRules(
    parseConfiguration(
      'folders:\n  /: { owner: all }\n  people: { kind: policy, owner: hr, history: { show: summary } }\n  people/pay/: { audience: internal, history: { removed: none } }\n  content/old: { owner: archive }',
      FILE,
    ),
    'content' as RepoPath,
  )
  test.each([
    ['content/a.md', { owner: 'all' }],
    ['content/people/a.md', { owner: 'hr', kind: 'policy', history: { show: 'summary' } }],
    [
      'content/people/pay/deep/a.md',
      { owner: 'hr', kind: 'policy', audience: 'internal', history: { show: 'summary', removed: 'none' } },
    ],
    ['content/People/PAY/a.md', { audience: 'internal' }],
    ['content/people-ops/a.md', { owner: 'all' }],
    ['content/old/a.md', { owner: 'archive' }],
  ])('for %s the longest folder wins, key by key', (path, rule) => {
    expect(ruleOf(path as RepoPath)).toMatchObject(rule)
  })
})
