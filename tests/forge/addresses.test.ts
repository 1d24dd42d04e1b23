import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Forge, forgeFrom } from '../../src/forge/addresses.ts'
import type { Configuration } from '../../src/model/configuration.ts'
import type { MergeRequestReference } from '../../src/model/history.ts'
import type { CommitId, RepoPath } from '../../src/model/ids.ts'

const path = (text: string) => text as RepoPath
const commit = (text: string) => text as CommitId
const reference = (text: string): MergeRequestReference => {
  const [, project, , number] = text.match(/^(.*?)([!#])(\d+)$/) ?? []
  return { reference: text.replace(/^.*(?=[!#])/, ''), number: Number(number), project: project || null }
}
function forge(remote: string | null, settings?: Configuration['forge'], branch = 'main'): Forge {
  const found = forgeFrom(remote, settings, branch)
  if (found === null) throw new Error(`no forge for ${remote}`)
  return found
}

test('builds the addresses of GitLab', () => {
  const gitlab = forge('https://gitlab.com/group/sub/handbook.git')
  expect([gitlab.kind, gitlab.name]).toEqual(['gitlab', 'GitLab'])
  const home = 'https://gitlab.com/group/sub/handbook'
  expect(gitlab.home).toBe(home)
  expect(gitlab.file(path('docs/a b.md'))).toBe(`${home}/-/blob/main/docs/a%20b.md`)
  expect(gitlab.edit(path('docs/a.md'))).toBe(`${home}/-/edit/main/docs/a.md`)
  expect(gitlab.newFile(path('docs'))).toBe(`${home}/-/new/main/docs`)
  expect(gitlab.newFile(path(''))).toBe(`${home}/-/new/main`)
  expect(gitlab.commit(commit('a1b2c3d4e5f6'))).toBe(`${home}/-/commit/a1b2c3d4e5f6`)
  expect(gitlab.mergeRequest(reference('!12'))).toBe(`${home}/-/merge_requests/12`)
  expect(gitlab.mergeRequest(reference('other/project!7'))).toBe('https://gitlab.com/other/project/-/merge_requests/7')
})

test('builds the addresses of GitHub', () => {
  const github = forge('git@github.com:acme/handbook.git')
  const home = 'https://github.com/acme/handbook'
  expect([github.kind, github.name]).toEqual(['github', 'GitHub'])
  expect(github.file(path('a.md'))).toBe(`${home}/blob/main/a.md`)
  expect(github.edit(path('a.md'))).toBe(`${home}/edit/main/a.md`)
  expect(github.newFile(path('docs'))).toBe(`${home}/new/main/docs`)
  expect(github.commit(commit('a1b2c3d'))).toBe(`${home}/commit/a1b2c3d`)
  expect(github.mergeRequest(reference('#12'))).toBe(`${home}/pull/12`)
  expect(github.mergeRequest(reference('acme/other#12'))).toBe('https://github.com/acme/other/pull/12')
})

test('builds the addresses of Forgejo', () => {
  const forgejo = forge('ssh://git@codeberg.org/acme/handbook.git', undefined, 'release/1.0')
  const home = 'https://codeberg.org/acme/handbook'
  expect([forgejo.kind, forgejo.name]).toEqual(['forgejo', 'Codeberg'])
  expect(forgejo.file(path('a.md'))).toBe(`${home}/src/branch/release/1.0/a.md`)
  expect(forgejo.edit(path('a.md'))).toBe(`${home}/_edit/release/1.0/a.md`)
  expect(forgejo.newFile(path('docs'))).toBe(`${home}/_new/release/1.0/docs`)
  expect(forgejo.commit(commit('a1b2c3d'))).toBe(`${home}/commit/a1b2c3d`)
  for (const sign of ['#', '!']) expect(forgejo.mergeRequest(reference(`${sign}3`))).toBe(`${home}/pulls/3`)
})

test.each([
  ['https://ana:secret@github.com/acme/handbook.git', 'https://github.com/acme/handbook'],
  ['https://oauth2:secret@gitlab.example.org:8443/g/h.git/', 'https://gitlab.example.org:8443/g/h'],
  ['http://gitlab.intern/g/h', 'http://gitlab.intern/g/h'],
  ['https://GitLab.com/G/H?x=1#y', 'https://gitlab.com/G/H'],
  ['ssh://git@gitlab.example.org:2222/g/s/h.git', 'https://gitlab.example.org/g/s/h'],
  ['ssh://git:secret@gitlab.example.org/g/h', 'https://gitlab.example.org/g/h'],
  ['git+ssh://git@github.com/acme/handbook', 'https://github.com/acme/handbook'],
  ['git://github.com/acme/handbook.git', 'https://github.com/acme/handbook'],
  ['ssh://git@ssh.github.com:443/acme/handbook.git', 'https://github.com/acme/handbook'],
  ['git@altssh.gitlab.com:g/h.git', 'https://gitlab.com/g/h'],
  ['git@github.com-work:acme/handbook.git', 'https://github.com/acme/handbook'],
  ['github.com:acme/handbook', 'https://github.com/acme/handbook'],
  ['git@gitlab.com:/g/h.git', 'https://gitlab.com/g/h'],
  ['git@gitea.example.org:acme/a b.git', 'https://gitea.example.org/acme/a%20b'],
  ['org-1@github.com:acme/handbook.git', 'https://github.com/acme/handbook'],
  ['https://acme.ghe.com/a/h', 'https://acme.ghe.com/a/h'],
])('reads the remote %s', (remote, home) => {
  expect(forge(remote).home).toBe(home)
})

test.each([
  [null],
  [''],
  ['/srv/git/github.com/acme/handbook.git'],
  ['./gitlab.com:acme/handbook'],
  ['../handbook'],
  ['C:\\gitlab\\handbook'],
  ['file:///gitlab.com/acme/handbook'],
  ['https://example.org/acme/handbook.git'],
  ['https://bitbucket.org/acme/handbook'],
  ['work:acme/handbook'],
  ['https://github.com/acme'],
  ['https://github.com/acme/handbook/tree/main'],
  ['https://gitlab.com/'],
  ['https://gitlab.com/%E0%A4%A/x'],
  ['https://gitlab.com/a/%2e%2e/%2e%2e'],
  ['javascript:gitlab/a/b'],
  ['javascript://gitlab.com/a/b'],
  ['ext::sh -c gitlab.com'],
  ['--upload-pack=touch x'],
  ['git@:a/b'],
  ['git@gitlab<b>.com:a/b'],
])('knows no forge for the remote %s', (remote) => {
  expect(forgeFrom(remote, undefined, 'main')).toBeNull()
})

test('believes the configuration before the remote', () => {
  const remote = 'git@code.example.org:group/handbook.git'
  expect(forgeFrom(remote, { branch: 'trunk' }, 'main')).toBeNull()
  const known = forge(remote, { kind: 'gitlab', branch: 'trunk' })
  expect(known.file(path('a.md'))).toBe('https://code.example.org/group/handbook/-/blob/trunk/a.md')
  const rooted = forge(remote, { kind: 'gitlab', url: 'https://u:p@example.org/code/group/handbook/' })
  expect(rooted.home).toBe('https://example.org/code/group/handbook')
  expect(rooted.mergeRequest(reference('group/other!2'))).toBe(
    'https://example.org/code/group/other/-/merge_requests/2',
  )
  expect(forge(null, { url: 'https://gitea.example.org/git/acme/h' }).mergeRequest(reference('acme/other#2'))).toBe(
    'https://gitea.example.org/git/acme/other/pulls/2',
  )
})

test('links no reference that this forge would take for something else', () => {
  const [gitlab, github] = [forge('git@gitlab.com:g/h'), forge('git@github.com:a/h')]
  expect(gitlab.mergeRequest(reference('#12'))).toBeNull()
  expect(github.mergeRequest(reference('!12'))).toBeNull()
  for (const strange of [
    { reference: '!0', number: 0, project: null },
    { reference: '!1', number: 1.5, project: null },
    { reference: '!1', number: 1, project: '../../evil' },
    { reference: '!1', number: 1, project: 'one' },
    { reference: '!1', number: 1, project: 'a/b?c' },
    { reference: '!1', number: 1, project: 'a/./b' },
    { reference: 'x', number: 1, project: null },
  ]) {
    expect(gitlab.mergeRequest(strange)).toBeNull()
  }
})

test('links neither to what browsers would resolve elsewhere nor to what is no commit', () => {
  const gitlab = forge('git@gitlab.com:g/h')
  for (const strange of ['', '../x.md', 'a/../b.md', 'a//b.md', '/a.md', '.', 'a/.']) {
    expect(gitlab.file(path(strange)), strange).toBeNull()
    expect(gitlab.edit(path(strange)), strange).toBeNull()
  }
  for (const strange of ['', 'main', 'a1b2', '../../x', 'a1b2c3d/..']) expect(gitlab.commit(commit(strange))).toBeNull()
  expect(forge('git@gitlab.com:g/h', undefined, '../x').file(path('a.md'))).toBeNull()
})

test('gives only addresses without raw signs, which lead to the same host and path as written', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('..', '%2e', '\'"<>()', '\u202e'))
  const remotes = fc.oneof(
    fc.constantFrom('git@gitlab.com:g/h', 'https://github.com/a/h', 'https://codeberg.org/a/h'),
    fc
      .tuple(fc.constantFrom('https://gitlab.com/', 'git@github.com:', 'ssh://git@gitea.x/'), text)
      .map(([a, b]) => `${a}o/${b}`),
    text,
  )
  fc.assert(
    fc.property(remotes, text, text, fc.integer(), (remote, branch, file, number) => {
      const found = forgeFrom(remote, undefined, branch)
      if (found === null) return
      const addresses = [
        found.home,
        found.file(path(file)),
        found.edit(path(file)),
        found.newFile(path(file)),
        found.commit(commit(file)),
        found.mergeRequest({ reference: `!${number}`, number, project: null }),
        found.mergeRequest({ reference: '#12', number: 12, project: file }),
      ]
      for (const address of addresses) {
        if (address === null) continue
        expect(address).toMatch(/^https?:\/\/[a-z0-9.:[\]-]+\/[A-Za-z0-9\-._~%/]+$/)
        // No part of it is resolved away: the browser asks for what we wrote.
        expect(new URL(address).href).toBe(address)
      }
      const shown = found.file(path(file))
      if (shown !== null) expect(decodeURIComponent(shown)).toContain(file.toWellFormed())
    }),
    { numRuns: 2000 },
  )
})
