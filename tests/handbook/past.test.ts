import { describe, expect, it, test } from 'vitest'
import type { Handbook } from '../../src/handbook/handbook.ts'
import { type Archive, textOfVersion } from '../../src/model/archive.ts'
import type { Page } from '../../src/model/page.ts'
import { changePages, handbookRepo, open, viewOf } from './open.ts'

const at = (day: string) => ({ date: `${day}T09:00:00+00:00` })
const page = (handbook: Handbook, route: string) => handbook.pageAt(route as Page['route']) as Page
const archiveAt = async (handbook: Handbook, route: string): Promise<Archive> =>
  JSON.parse((await handbook.archiveOf(page(handbook, route))?.make()) ?? '{"versions":[]}')

describe('the archive of a page', () => {
  it('gives every version back as it was, each line written once', async () => {
    const texts = [
      '# A\n\nOne.\n\nTwo.\n\n\n- x\n- x\n',
      '# A\n\nOne.\n\nThree.\n\n\n- x\n- x\n- y',
      '# A\n\nThree.\n\nOne.\n\n- x\n\n- y',
    ]
    const repo = await handbookRepo({ 'a.md': texts[0] as string }, at('2026-01-10'))
    await repo.commit('Change it', { 'a.md': texts[1] as string }, at('2026-02-10'))
    await repo.commit('Turn it', { 'a.md': texts[2] as string }, at('2026-03-10'))
    const archive = await archiveAt(await open(repo.path), '/a/')
    expect(archive.versions.map((version) => textOfVersion(archive, version))).toEqual(texts.toReversed())
    expect(archive.versions.map(({ title }) => title)).toEqual(['Turn it', 'Change it', 'First pages'])
    expect(new Set(archive.parts).size).toBe(archive.parts.length)
  })

  it('tells where versions that may not be shown came between, and nothing of them', async () => {
    const repo = await handbookRepo({ 'a.md': '# A\n\nJanuary.\n' }, at('2026-01-10'))
    await repo.commit('Hide', { 'a.md': '---\ndraft: true\n---\n# A\n\nCanary.\n' }, at('2026-02-10'))
    await repo.commit('Publish', { 'a.md': '# A\n\nApril.\n' }, at('2026-04-10'))
    await repo.commit('Say more', { 'a.md': '# A\n\nMay.\n' }, at('2026-05-10'))
    const { versions, parts } = await archiveAt(await open(repo.path), '/a/')
    expect(versions.map(({ at: day, gap }) => [day?.slice(0, 10), gap])).toEqual([
      ['2026-05-10', undefined],
      ['2026-01-10', true],
    ])
    expect(parts.join('')).not.toContain('Canary')
  })

  it('is of the same key while other pages change, and there is none for a page with one version', async () => {
    const repo = await handbookRepo({ 'a.md': '# A\n', 'b.md': '# B\n' })
    await repo.commit('Change it', { 'a.md': '# A\n\nMore.\n' })
    const before = await open(repo.path)
    await repo.commit('Change another', { 'c.md': '# C\n' })
    const after = await open(repo.path)
    expect(after.archiveOf(page(after, '/a/'))?.key).toBe(before.archiveOf(page(before, '/a/'))?.key)
    expect(after.archiveOf(page(after, '/b/'))).toBeNull()
  })
})

describe('the address of a page that was removed', () => {
  it('says when, why and by whom, what it said last and what took its place', async () => {
    const repo = await handbookRepo({
      'index.md': '# Home\n',
      'old.md': '---\ntitle: Old rules\n---\nThe lamp is blue, says ana@example.org.\n\n[in](index.md) ![p](p.png)\n',
    })
    await repo.commit(
      'Drop the lamp\n\nBecause nobody has had a lamp since the move to the other house.',
      { 'old.md': null, 'new.md': '---\nkind: policy\nsupersedes: old\n---\n# New rules\n\nNo lamps.\n' },
      at('2026-03-03'),
    )
    const handbook = await open(repo.path)
    const view = await viewOf(handbook, '/old/', 'gone')
    expect(view.title).toBe('Old rules')
    expect(view.when).toBe('on 3 March 2026')
    expect(view.change.reason?.short).toContain('nobody has had a lamp')
    expect(view.change.authors).toEqual(['Ana Lima'])
    expect(view.replacedBy).toEqual({ label: 'New rules', href: '../new/' })
    expect(view.html).toContain('The lamp is blue')
    expect(view.html).not.toMatch(/ana@|href="\.|<img/)
    expect([...handbook.searchDocuments()].map(({ route }) => route)).not.toContain('/old/')
  })

  it('belongs to what stands there now: a page, a redirect of one that moved, a folder', async () => {
    const text = 'Everything that has to be said of it, in one long sentence of many words.\n'
    const repo = await handbookRepo({
      'index.md': '# Home\n',
      'back.md': '# Back\n',
      'moved.md': `# Moved\n\n${text}`,
      'folder.md': '# Folder\n',
      'named.md': '# Named\n',
    })
    await repo.commit('Drop', { 'back.md': null, 'folder.md': null, 'named.md': null })
    await repo.commit('Move', { 'moved.md': null, 'here.md': `# Moved\n\n${text}` })
    await repo.commit('Come back', {
      'back.md': '# Back again\n',
      'folder/a.md': '# A\n',
      'a.md': '---\naliases: [/named]\n---\n# A\n',
    })
    const handbook = await open(repo.path)
    const views = await Promise.all([...handbook.addresses()].map((route) => handbook.view(route)))
    expect(views.filter(({ type }) => type === 'gone')).toEqual([])
    expect(handbook.redirects.map(({ from }) => from)).toEqual(['/named/', '/moved/'])
  })
})

test('a change shows its pages as readers see them, without addresses of people however they were written', async () => {
  const repo = await handbookRepo({
    'index.md': '---\nkind: policy\nowner: ana\n---\n# Pay\n\nAsk ben&#64;example.org for 10 EUR. <!-- secret -->\n',
  })
  await repo.commit('Raise it', {
    'index.md': '---\nkind: policy\nowner: finance\n---\n# Pay\n\nAsk the desk for 25 EUR. <!-- other -->\n',
  })
  const [newest, first] = await changePages(await open(repo.path))
  const rendered = newest?.pages[0]?.rendered
  expect(rendered?.facts).toEqual(['Owner changed from “ana” to “finance”'])
  expect(rendered?.html).toMatch(/<ins>.*the desk.*25.*<\/ins>/)
  expect(rendered?.html).not.toMatch(/@example|secret|other/)
  expect(first?.pages[0]?.rendered).toBeNull()
})
