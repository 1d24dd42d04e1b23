import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { machineFiles } from '../../src/exports/files.ts'
import { defaultOptions } from '../../src/handbook/default-options.ts'
import { openHandbook } from '../../src/handbook/open.ts'
import { type Repo, repo } from '../kit/repo.ts'
import { handbookRepo, open } from './open.ts'

/** What an author may do between two builds; small numbers choose pages and words. */
const edit = fc.record({
  act: fc.constantFrom(
    'text',
    'title',
    'add',
    'remove',
    'move',
    'link',
    'policy',
    'owner',
    'supersede',
    'reason',
    'dirty',
    'mailmap',
    'changes page',
    'redact',
  ),
  page: fc.integer({ min: 0, max: 5 }),
  other: fc.integer({ min: 0, max: 5 }),
})

async function apply(
  repo: Repo,
  { act, page, other }: typeof edit extends fc.Arbitrary<infer T> ? T : never,
): Promise<void> {
  const path = `f${page % 3}/p${page}.md`
  const reason = page % 2 === 0 ? '\n\nBecause somebody who read it could not find what it meant.' : ''
  const commit = (files: Record<string, string | null>) => repo.commit(`${act} ${page}${reason}`, files)
  const gone = repo.git('ls-tree', '--name-only', 'HEAD', path).trim() === '' ? {} : { [path]: null }
  switch (act) {
    case 'text':
      return void (await commit({ [path]: `# Page ${page}\n\nWord ${other}.\n` }))
    case 'title':
      return void (await commit({ [path]: `# Title ${other}\n\nText.\n` }))
    case 'add':
      return void (await commit({ [`f${other}/new${page}.md`]: `# New ${page}\n` }))
    case 'remove':
      return void (await commit({ ...gone, 'index.md': `# Home ${other}\n` }))
    case 'move':
      return void (await commit({
        ...gone,
        [`moved/p${page}.md`]: `# Page ${page}\n\nIt moved to another folder today.\n`,
      }))
    case 'link':
      return void (await commit({ [path]: `# Page ${page}\n\n[Other](../f${other % 3}/p${other}.md)\n` }))
    case 'policy':
      return void (await commit({
        [path]: `---\nkind: policy\neffective: 2026-0${other + 1}-01\n---\n# Page ${page}\n`,
      }))
    case 'owner':
      return void (await commit({ CODEOWNERS: `* @team${other}\n` }))
    case 'supersede':
      return void (await commit({
        [path]: `---\nkind: policy\nsupersedes: f${other % 3}/p${other}\n---\n# Page ${page}\n`,
      }))
    case 'reason':
      return void (await repo.note(repo.tip, 'Because a note says so, and it was written long after the change.'))
    case 'mailmap':
      return void (await commit({
        '.mailmap': `Person ${other} <test@example.org>\nPerson ${other} <ana@example.org>\n`,
      }))
    case 'changes page':
      return void (await commit({ 'changes/index.md': `# Changes ${other}\n` }))
    case 'redact': {
      const id = repo.git('rev-parse', `HEAD~${Math.min(other, Number(repo.git('rev-list', '--count', 'HEAD')) - 1)}`)
      return repo.write({ 'handbook.yml': `redact: ["${id.trim().slice(0, 12)}"]\n` })
    }
    case 'dirty':
      return repo.write({ [path]: `# Page ${page}\n\nNot committed ${other}.\n` })
  }
}

async function pagesByKey(path: string): Promise<ReadonlyMap<string, string>> {
  const pages = new Map<string, string>()
  const handbook = await openHandbook(path, { ...defaultOptions, site: 'https://handbook.example.org' })
  for (const { route, key } of handbook.routes())
    pages.set(`${route} ${key}`, JSON.stringify(await handbook.view(route)))
  for (const { path, madeFrom, make } of machineFiles(handbook, handbook.routes())) {
    pages.set(`${path} ${madeFrom.join(' ')}`, make())
  }
  await handbook.close()
  return pages
}

describe('the key of a page', () => {
  it('is never the same for two pages that differ', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
        const start = Object.fromEntries(
          [0, 1, 2, 3, 4, 5].map((n) => [`f${n % 3}/p${n}.md`, `# Page ${n}\n\nText.\n`]),
        )
        const made = await repo({ 'index.md': '# Home', ...start })
        let before = await pagesByKey(made.path)
        for (const each of edits) {
          await apply(made, each)
          const after = await pagesByKey(made.path)
          for (const [key, page] of after) {
            const old = before.get(key)
            if (old !== undefined) expect(page).toBe(old)
          }
          before = after
        }
        await made.remove()
      }),
      { numRuns: 15 },
    )
  })

  it('stays the same where nothing that the page shows has changed', async () => {
    const repo = await handbookRepo({ 'a/one.md': '# One', 'b/two.md': '# Two', 'b/three.md': '# Three' })
    const keyOf = async (route: string) => (await open(repo.path)).routes().find((each) => each.route === route)?.key
    const [one, two] = [await keyOf('/a/one/'), await keyOf('/b/two/')]
    await repo.commit('Change three', { 'b/three.md': '# Three\n\nMore.' })
    expect(await keyOf('/a/one/')).toBe(one)
    expect(await keyOf('/b/two/')).toBe(two)
  })
})

it('the addresses of a handbook are those that have keys, in the same order', async () => {
  const repo = await handbookRepo({ 'a/one.md': '# One', 'b/two.md': '# Two' })
  const handbook = await open(repo.path)
  expect([...handbook.addresses()]).toEqual(handbook.routes().map(({ route }) => route))
})

describe('keys of views that say more than their page', () => {
  const keys = async (path: string): Promise<ReadonlyMap<string, string>> => {
    const handbook = await openHandbook(path, defaultOptions)
    const found = new Map(handbook.routes().map(({ route, key }) => [route as string, key]))
    await handbook.close()
    return found
  }

  it('change with the project on the forge, since pages link to it', async () => {
    const repo = await handbookRepo({ 'index.md': '# Home' })
    await repo.commit('Add\n\nBecause it was asked for by many people who read it.', { 'a.md': '# A\n' })
    repo.remote('https://github.com/one/handbook.git')
    const before = await keys(repo.path)
    repo.git('remote', 'set-url', 'origin', 'https://github.com/two/handbook.git')
    const after = await keys(repo.path)
    for (const [route, key] of before) expect(after.get(route), route).not.toBe(key)
  })

  it('of an old month stay when a new month begins two months later', async () => {
    const repo = await handbookRepo({ 'a.md': '# A' }, { date: '2026-01-10T09:00:00+00:00' })
    await repo.commit('February', { 'a.md': '# A\n\nB.' }, { date: '2026-02-10T09:00:00+00:00' })
    await repo.commit('March', { 'a.md': '# A\n\nC.' }, { date: '2026-03-10T09:00:00+00:00' })
    const before = await keys(repo.path)
    await repo.commit('April', { 'a.md': '# A\n\nD.' }, { date: '2026-04-10T09:00:00+00:00' })
    const after = await keys(repo.path)
    expect(after.get('/changes/2026-01/')).toBe(before.get('/changes/2026-01/'))
    expect(after.get('/changes/2026-03/')).not.toBe(before.get('/changes/2026-03/'))
  })

  it('of the home page change with its keywords, which only search shows', async () => {
    const repo = await handbookRepo({ 'index.md': '---\nkeywords: [one]\n---\n# Home\n' })
    const before = await keys(repo.path)
    repo.write({ 'index.md': '---\nkeywords: [two]\n---\n# Home\n' })
    expect((await keys(repo.path)).get('/')).not.toBe(before.get('/'))
  })
})
