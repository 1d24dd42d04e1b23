import { expect, test } from 'vitest'
import type { CommitId } from '../../../src/model/ids.ts'
import { executable, repo, submodule, symlink } from '../../kit/repo.ts'
import { type Adapter, all, opener, steps } from '../collect.ts'

/** What every adapter does with main line. */
export function mainLineContract(adapter: Adapter): void {
  const opened = opener(adapter)

  test('gives every commit of the main line, oldest first, with the Markdown that it changed', async () => {
    const r = await repo({ 'a.md': '1', 'docs/b.markdown': '1', 'c.mdx': '1', 'logo.png': 'x', notmd: 'x' })
    await r.commit('Change and add', { 'a.md': '2', 'docs/new.md': 'x' })
    await r.commit('Touch no page', { 'logo.png': 'y' })
    await r.rename('a.md', 'moved.md')
    await r.commit('Delete', { 'moved.md': null, 'run.md': executable('x') })
    expect(await steps(await opened(r.path))).toEqual([
      ['added a.md', 'added c.mdx', 'added docs/b.markdown'],
      ['added docs/new.md', 'modified a.md'],
      [],
      ['added moved.md', 'removed a.md'],
      ['added run.md', 'removed moved.md'],
    ])
  })

  test('gives configurations apart from pages', async () => {
    const r = await repo({ 'handbook.yml': 'a', 'docs/handbook.yaml': 'a', 'my-handbook.yml': 'a', 'a.md': '1' })
    await r.commit('Change one', { 'handbook.yml': 'b', 'my-handbook.yml': 'b' })
    const repository = await opened(r.path)
    const line = await all(repository.mainLine({ from: null, to: r.tip }))
    expect(line.map(({ settings }) => settings.map(({ status, path }) => `${status} ${path}`))).toEqual([
      ['added docs/handbook.yaml', 'added handbook.yml'],
      ['modified handbook.yml'],
    ])
    expect(line.map(({ differences }) => differences.length)).toEqual([1, 0])
  })

  test('shows a merge as what it brought to the main line, without the commits of its branch', async () => {
    const r = await repo({ 'a.md': '1' })
    await r.branch('x').commit('One', { 'x.md': '1' })
    await r.branch('x').commit('Two', { 'x.md': '2' })
    await r.branch('y').commit('Other', { 'y.md': '1' })
    await r.commit('Meanwhile', { 'a.md': '2' })
    const merge = await r.merge(['x', 'y'], 'Merge two branches')
    const repository = await opened(r.path)
    expect(await steps(repository)).toEqual([['added a.md'], ['modified a.md'], ['added x.md', 'added y.md']])
    const [last] = (await all(repository.mainLine({ from: null, to: merge }))).slice(-1)
    expect(last?.differences[0]).toEqual({ status: 'added', path: 'x.md', before: null, after: r.blobId('x.md') })
  })

  test('reads a range: what is new since a commit', async () => {
    const r = await repo({ 'a.md': '1' })
    const from = await r.commit('Second', { 'a.md': '2' })
    const to = await r.commit('Third', { 'a.md': '3' })
    const repository = await opened(r.path)
    const line = await all(repository.mainLine({ from, to }))
    expect(line).toEqual([
      {
        id: to,
        differences: [{ status: 'modified', path: 'a.md', before: r.blobId('a.md', from), after: r.blobId('a.md') }],
        settings: [],
      },
    ])
    expect(await all(repository.mainLine({ from: to, to }))).toEqual([])
  })

  test('takes a link or a submodule for no page, also where a page becomes one', async () => {
    const r = await repo({ 'page.md': '1', 'link.md': symlink('page.md'), 'part.md': submodule('1'.repeat(40)) })
    await r.commit('Page becomes a link', { 'page.md': symlink('x'), 'link.md': 'a page now' })
    await r.commit('Move the link', { 'page.md': symlink('y'), 'part.md': submodule('2'.repeat(40)) })
    expect(await steps(await opened(r.path))).toEqual([['added page.md'], ['added link.md', 'removed page.md'], []])
  })

  test('keeps names as they are: spaces, quotes, line feeds, other scripts, glob signs', async () => {
    const names = [
      'a b.md',
      '"q".md',
      'line\nfeed.md',
      'tab\t.md',
      '日本.md',
      '[a]*.md',
      ':(top)x.md',
      '-o.md',
      ':x.md',
    ]
    const r = await repo(Object.fromEntries(names.map((name) => [name, name])))
    expect(await steps(await opened(r.path))).toEqual([names.map((name) => `added ${name}`).sort()])
  })

  test('gives the same line whatever the settings of the reader', async () => {
    const r = await repo({ 'a.md': '1\n2\n3\n', 'b.md': 'x' })
    await r.rename('a.md', 'c.md')
    r.configure('[diff]\n\trenames = copies\n\tnoprefix = true\n[log]\n\tshowRoot = false\n\tfollow = true\n')
    r.configure('[core]\n\tquotePath = false\n\tabbrev = 5\n')
    r.write({ order: '*c*\n' })
    r.configure(`[diff]\n\torderFile = ${r.path}/order\n\trelative = true\n[log]\n\tshowSignature = true\n`)
    expect(await steps(await opened(r.path))).toEqual([
      ['added a.md', 'added b.md'],
      ['added c.md', 'removed a.md'],
    ])
  })

  test('names the tree that is missing or damaged, rather than telling half of the history', async () => {
    for (const harm of ['lose', 'spoil'] as const) {
      const r = await repo({ 'a.md': '1', 'docs/b.md': '1' })
      await r.commit('Second', { 'docs/b.md': '2' })
      const tree = r.treeId()
      await r.commit('Third', { 'a.md': '3' })
      r[harm](tree)
      await expect(steps(await opened(r.path))).rejects.toMatchObject({
        code: 'git/missing-object',
        message: expect.stringContaining(tree),
        hint: expect.stringContaining('git fsck'),
      })
    }
  })

  test('names the commit that is missing, also where a commit-graph hides that', async () => {
    for (const hides of [false, true]) {
      const r = await repo({ 'a.md': '1' })
      const lost = await r.commit('Second', { 'a.md': '2' })
      await r.commit('Third', { 'a.md': '3' })
      if (hides) r.git('commit-graph', 'write', '--reachable')
      r.lose(lost)
      const error = { code: 'git/missing-object', message: expect.stringContaining(lost) }
      await expect(steps(await opened(r.path))).rejects.toMatchObject(error)
    }
  })

  test('tells history with the missing text of one version left out', async () => {
    const r = await repo({ 'a.md': '1' })
    await r.commit('Second', { 'a.md': '2' })
    r.lose(r.blobId('a.md'))
    expect(await steps(await opened(r.path))).toEqual([['added a.md'], ['modified a.md']])
  })

  test('tells one change of a path where a tree is out of order or has a name twice', async () => {
    const r = await repo({ 'a.md': '1', 'b.md': '1', 'z.md': '1' })
    const [page, other] = [r.blobId('a.md'), r.object('blob', '2')]
    const commit = (names: readonly (readonly [string, string])[]) => {
      const bytes = names.flatMap(([name, id]) => [Buffer.from(`100644 ${name}\0`), Buffer.from(id, 'hex')])
      const tree = r.object('tree', Buffer.concat(bytes))
      const people = 'author A <a> 0 +0000\ncommitter A <a> 0 +0000\n'
      return r.object('commit', `tree ${tree}\nparent ${r.tip}\n${people}\nOdd\n`) as CommitId
    }
    const repository = await opened(r.path)
    const last = async (to: CommitId) => (await all(repository.mainLine({ from: r.tip, to })))[0]?.differences
    const unsorted = commit([
      ['z.md', other],
      ['b.md', page],
      ['a.md', page],
    ])
    expect(await last(unsorted)).toEqual([{ status: 'modified', path: 'z.md', before: page, after: other }])
    const twice = commit([
      ['a.md', page],
      ['b.md', page],
      ['new.md', page],
      ['new.md', other],
      ['z.md', page],
    ])
    expect(await last(twice)).toEqual([{ status: 'added', path: 'new.md', before: null, after: page }])
  })
}
