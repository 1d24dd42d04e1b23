import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { probeOf } from '../../src/build/probe.ts'
import { defaultOptions } from '../../src/handbook/default-options.ts'
import { type Repo, repo } from '../kit/repo.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'

let handbook: Repo
let outside: string
beforeAll(async () => {
  handbook = await repo({ 'handbook.yml': 'name: A\n', 'content/a.md': '# A\n' })
  outside = temporaryFolder().path
  writeFileSync(join(outside, 'b.md'), '# B\n')
  symlinkSync(join(outside, 'b.md'), join(handbook.path, 'content/link.md'))
})
afterAll(() => handbook.remove())

const { onProgress: _, ...open } = defaultOptions
const keyOf = (change: { site?: string; root?: string; base?: string } = {}): string | undefined => {
  const { site = 'code', root = handbook.path, base = null } = change
  const options = { root, out: 'x', clean: false, allowEmpty: false, pageSeconds: 1, open: { ...open, base } }
  return probeOf(options, join(handbook.path, 'dist'), site)?.key
}

it('stays the same while nothing that a build reads changes', () => {
  const before = keyOf()
  mkdirSync(join(handbook.path, 'dist'), { recursive: true })
  writeFileSync(join(handbook.path, 'dist/index.html'), 'output')
  mkdirSync(join(handbook.path, '.whybook'), { recursive: true })
  writeFileSync(join(handbook.path, '.whybook/pages.json'), 'cache')
  writeFileSync(join(handbook.gitDirectory, 'index'), 'git status writes this')
  expect(keyOf()).toBe(before)
})

it.each<[string, () => unknown]>([
  ['a page was edited', () => handbook.write({ 'content/a.md': '# Z\n' })],
  ['a page was added', () => handbook.write({ 'content/new.md': '' })],
  ['a page was removed', () => rmSync(join(handbook.path, 'content/new.md'))],
  ['the configuration was edited', () => handbook.write({ 'handbook.yml': 'name: B\n' })],
  ['something was committed', () => handbook.commit('Change', {})],
  ['a branch was made, which may be the default one', () => handbook.ref('refs/remotes/origin/main', handbook.tip)],
  ['a note was written', () => handbook.note(handbook.tip, 'Because.')],
  ['the remote was set', () => handbook.remote('https://gitlab.com/millrace/handbook.git')],
  ['the file behind a link was edited', () => writeFileSync(join(outside, 'b.md'), '# Bee\n')],
  ['the clone became shallow', () => writeFileSync(join(handbook.gitDirectory, 'shallow'), handbook.tip)],
])('changes when %s', async (_, change) => {
  const before = keyOf()
  await change()
  expect(keyOf()).not.toBe(before)
})

it('changes with the options and with the code', () => {
  expect(new Set([keyOf(), keyOf({ base: '/x/' }), keyOf({ site: 'other code' })]).size).toBe(3)
})

it('looks at the whole repository, also for a folder of it', () => {
  const root = join(handbook.path, 'content')
  const before = keyOf({ root })
  handbook.write({ 'handbook.yml': 'name: C\n' })
  expect(keyOf({ root })).not.toBe(before)
})

it('says when something was written just now, so that it cannot be relied on', () => {
  handbook.write({ 'content/a.md': '# Now\n' })
  const options = { root: handbook.path, out: 'x', clean: false, allowEmpty: false, pageSeconds: 1, open }
  expect(probeOf(options, join(handbook.path, 'dist'), 'code')?.isFresh).toBe(true)
})
