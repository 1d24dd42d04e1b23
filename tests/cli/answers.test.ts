import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Repo, repo } from '../kit/repo.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'
import { runLine } from './run-line.ts'

// Each builds whole sites in processes of their own.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

const bin = fileURLToPath(new URL('../../bin/whybook.js', import.meta.url))

let handbook: Repo
let out: string
beforeAll(async () => {
  handbook = await repo({
    'handbook.yml': 'content: content\n',
    'content/index.md': '# Millrace\n',
    'content/old-leave.md': '# Parental leave\n\nTwelve weeks.\n',
    'content/broken.md': '# Broken\n\nSee [nothing](nowhere.md).\n',
  })
  handbook.remote('https://gitlab.com/millrace/handbook.git')
  await handbook.rename('content/old-leave.md', 'content/benefits/leave.md', 'Sort benefits')
  const branch = handbook.branch('leave')
  await branch.commit(
    'Give twenty weeks',
    { 'content/benefits/leave.md': '# Parental leave\n\nTwenty weeks.\n' },
    { author: 'Bo' },
  )
  await handbook.merge(
    'leave',
    "Merge branch 'leave' into 'main'\n\nGive twenty weeks\n\nBecause twelve weeks were too few for anybody who asked us.\n\nSee merge request millrace/handbook!7",
  )
  out = join(temporaryFolder().path, 'site')
})
afterAll(() => handbook.remove())

const json = async (...args: string[]) => JSON.parse((await runLine([...args, '--root', handbook.path, '--json'])).out)

describe('why', () => {
  it('prints what brought a block in and what changed it last as one document', async () => {
    const answer = await json('why', 'leave:3')
    expect(Object.keys(answer)).toEqual([
      ...['schema', 'path', 'line', 'block', 'last', 'introduced', 'chain', 'copiedFrom'],
    ])
    expect(answer).toMatchObject({
      schema: 1,
      path: 'content/benefits/leave.md',
      line: 3,
      block: { id: expect.stringMatching(/^b-\w{7}$/), kind: 'paragraph', line: 3, endLine: 3, text: 'Twenty weeks.' },
      last: { id: handbook.tip, title: 'Give twenty weeks', reasoning: { kind: 'why' } },
      introduced: { path: 'content/old-leave.md', kind: 'added' },
      chain: [{ id: handbook.tip, class: 'substance' }, { class: 'born' }],
      copiedFrom: null,
    })
  })

  it('tells people the newest change of substance first, with its reason, then the one it came in with', async () => {
    const { out: text, code } = await runLine(['why', 'leave', 'twenty WEEKS', '--root', handbook.path])
    expect(code).toBe(0)
    expect(text).toMatch(/^content\/benefits\/leave\.md:3 {2}paragraph {2}b-\w{7}\n {2}│ Twenty weeks\.\n/)
    expect(text).toMatch(
      /Last changed\n.*Give twenty weeks {2}!7\n[\s\S]*Because twelve weeks were too few[\s\S]*Came in with/,
    )
  })

  it('says of text that is not committed that it is not', async () => {
    handbook.write({ 'content/new.md': '# New\n' })
    const { out: text } = await runLine(['why', 'new:1', '--root', handbook.path])
    expect(text).toContain('It is not committed yet.')
    handbook.write({ 'content/new.md': null })
  })

  it.each([
    [['leave:2'], 'No text stands on line 2', 'Nearest: content/benefits/leave.md:1 (# Parental leave)'],
    [['leave:99'], 'content/benefits/leave.md has 3 lines.', 'Nearest: '],
    [['leave', 'forty weeks'], '“forty weeks” does not stand on content/benefits/leave.md.', 'Write fewer words'],
    [['leave', 'e'], '“e” stands in 2 places', 'Name one by its line: content/benefits/leave.md:1 (# Parental leave)'],
    [['leave'], '“why” needs to know where on the page “leave”.', 'whybook why leave:12'],
  ])('%j is answered with what to do next', async (words, sentence, next) => {
    const { error, code } = await runLine(['why', ...words, '--root', handbook.path])
    expect(error).toContain(sentence)
    expect(error).toContain(next)
    expect(code).toBeGreaterThan(0)
  })
})

describe('log', () => {
  it('prints the changes of a page as one document', async () => {
    const answer = await json('log', 'leave')
    expect(Object.keys(answer)).toEqual(['schema', 'path', 'route', 'names', 'startsAt', 'complete', 'changes'])
    expect(answer).toMatchObject({
      schema: 1,
      path: 'content/benefits/leave.md',
      route: '/benefits/leave/',
      names: ['content/benefits/leave.md', 'content/old-leave.md'],
      startsAt: null,
      complete: true,
    })
    expect(answer.changes).toHaveLength(3)
    const [merge, move] = answer.changes
    expect(Object.keys(merge)).toEqual([
      ...['id', 'landedAt', 'title', 'reasoning', 'mergeRequest', 'authors', 'mergedBy', 'commits'],
      ...['added', 'removed', 'path', 'previousPath', 'kind'],
    ])
    expect(merge).toMatchObject({
      id: handbook.tip,
      landedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+Z]/),
      title: 'Give twenty weeks',
      reasoning: { text: expect.stringContaining('too few'), kind: 'why', source: 'merge' },
      mergeRequest: { reference: '!7', url: 'https://gitlab.com/millrace/handbook/-/merge_requests/7' },
      authors: [{ name: 'Bo' }],
      mergedBy: { name: 'Ana Lima' },
      commits: [{ id: expect.stringMatching(/^[0-9a-f]{40}$/), title: 'Give twenty weeks', authors: [{ name: 'Bo' }] }],
      added: 1,
      removed: 1,
      previousPath: null,
      kind: 'modified',
    })
    expect(move).toMatchObject({
      kind: 'moved',
      previousPath: 'content/old-leave.md',
      reasoning: null,
      mergeRequest: null,
    })
  })

  it('tells people what happened, when, by whom and why', async () => {
    const { out: text, code } = await runLine(['log', '/benefits/leave/', '--root', handbook.path])
    expect(code).toBe(0)
    expect(text).toContain('content/benefits/leave.md  /benefits/leave/')
    expect(text).toContain('before: content/old-leave.md')
    expect(text).toContain('Give twenty weeks  !7')
    expect(text).toContain('Bo, merged by Ana Lima  +1 −1')
    expect(text).toMatch(/Why, in the merge commit:\n +Because twelve weeks were too few/)
    expect(text).toContain('moved from content/old-leave.md to content/benefits/leave.md')
    expect(text).not.toContain('@')
  })

  it('says that a page is not committed yet', async () => {
    handbook.write({ 'content/new.md': '# New\n' })
    const { out: text } = await runLine(['log', 'new', '--root', handbook.path])
    expect(text).toContain('Not committed yet.')
    handbook.write({ 'content/new.md': null })
  })

  it('says where history starts, and how to fetch the rest, of a page that a shallow clone has no change of', async () => {
    const clone = join(temporaryFolder().path, 'shallow')
    handbook.git('clone', '-q', '--depth', '1', `file://${handbook.path}`, clone)
    const start = /History starts on \d{4}-\d\d-\d\d, because this is a shallow clone\. .*: git fetch --unshallow/
    const { out: text, code } = await runLine(['log', 'broken', '--root', clone])
    expect(text).not.toContain('Not committed')
    expect(text).toMatch(start)
    expect(code).toBe(0)
    writeFileSync(join(clone, 'content/new.md'), '# New\n')
    const { out: fresh } = await runLine(['log', 'new', '--root', clone])
    expect(fresh).toContain('Not committed yet.')
    expect(fresh).not.toMatch(start)
  })

  it('finds a page by the end of a path that it had before', async () => {
    expect((await json('log', 'old-leave.md')).path).toBe('content/benefits/leave.md')
  })

  it('names the pages of a folder that has none of its own', async () => {
    const { error, code } = await runLine(['log', 'benefits', '--root', handbook.path])
    expect(error).toContain('“benefits” is a folder that has no page of its own.')
    expect(error).toContain('content/benefits/leave.md')
    expect(code).toBe(1)
  })

  it('says how to look for a page where nothing is near', async () => {
    const { error, code } = await runLine(['log', 'xyzzy', '--root', handbook.path])
    expect(error).toContain('There is no page “xyzzy”.')
    expect(error).toContain('whybook search WORDS')
    expect(code).toBe(1)
  })

  it('guesses what was meant', async () => {
    const { error, code } = await runLine(['log', 'laeve', '--root', handbook.path])
    expect(error).toContain('There is no page “laeve”.')
    expect(error).toContain('Did you mean content/benefits/leave.md?')
    expect(code).toBe(1)
  })

  it('loads neither Astro nor the Markdown processor, nor what reads commits when none is new', async () => {
    await json('log', 'leave')
    const refuse = `import { registerHooks } from 'node:module'
      registerHooks({ resolve: (name, context, next) => {
        if (/^(astro|vite|satteri|pagefind|gray-matter|diff)(\\/|$)/.test(name)) throw new Error('loaded ' + name)
        return next(name, context)
      } })`
    const child = spawn(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(refuse)}`, bin, 'log', 'leave', '--root', handbook.path],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    )
    expect(await once(child, 'exit')).toEqual([0, null])
  })
})

describe('check', () => {
  it('prints findings as one document, and fails on errors alone unless it is strict', async () => {
    const answer = await json('check')
    expect(Object.keys(answer)).toEqual(['schema', 'findings'])
    const [found] = answer.findings.filter(({ path }: { path: string }) => path === 'content/broken.md')
    expect(Object.keys(found)).toEqual(['path', 'line', 'column', 'ruleId', 'level', 'reason', 'url'])
    expect(found).toMatchObject({ line: 3, level: 'warning', ruleId: expect.stringMatching(/^links\//) })
    expect((await runLine(['check', '--root', handbook.path])).code).toBe(0)
    expect((await runLine(['check', '--root', handbook.path, '--strict'])).code).toBe(1)
  })

  it('prints findings as other tools read them, and nothing else', async () => {
    const report = async (format: string) => (await runLine(['check', '--root', handbook.path, '--report', format])).out
    const { findings } = JSON.parse(await report('json'))
    expect(findings).toEqual((await json('check')).findings)
    expect(JSON.parse(await report('gitlab'))).toHaveLength(findings.length)
    expect(JSON.parse(await report('sarif')).runs[0].results).toHaveLength(findings.length)
    expect((await report('github')).match(/^::(error|warning|notice) .*::.+$/gm)).toHaveLength(findings.length)
  })

  it('fails, as a build does, where there is nothing to publish', async () => {
    const { out: text, code } = await runLine(['check', '--root', temporaryFolder().path])
    expect(text).toContain('There is no page to publish in this folder.')
    expect(code).toBe(1)
  })

  it('lists them for people by file', async () => {
    const { out: text } = await runLine(['check', '--root', handbook.path])
    expect(text).toMatch(/content\/broken\.md\n {2}3\S* +warning {2}.*nowhere\.md/)
    expect(text).toMatch(/\n\d warning/)
  })
})

describe('build, search and preview', () => {
  it('build prints what it did as one document, and everything else elsewhere', async () => {
    const { out: text, error, code } = await runLine(['build', '--root', handbook.path, '--out', out, '--json'])
    expect(code).toBe(0)
    const answer = JSON.parse(text)
    expect(Object.keys(answer)).toEqual(['schema', 'pages', 'seconds', 'steps', 'findings'])
    expect(answer).toMatchObject({ schema: 1, pages: 3, seconds: expect.any(Number) })
    expect(answer.steps[0]).toMatchObject({ step: expect.any(String), seconds: expect.any(Number) })
    expect(error).toContain('Drawing pages')
  })

  it('build sums up for people', async () => {
    const { out: text } = await runLine(['build', '--root', handbook.path, '--out', out])
    expect(text).toMatch(/^(Nothing changed: |Built )3 pages in/)
    expect(text).toContain('History complete since')
    expect(text).toContain('1 warning')
    expect(text).toContain('whybook preview')
  })

  it('build says what went wrong, where, and what to do', async () => {
    const { error, out: text, code } = await runLine(['build', '--root', join(handbook.path, 'nowhere')])
    expect(error).toMatch(/^error {2}There is no folder .*nowhere\.\n next {2}Name the handbook with --root DIR\.\n$/)
    expect([text, code]).toEqual(['', 1])
    const file = join(handbook.path, 'handbook.yml')
    const answer = await runLine(['build', '--root', file, '--json'])
    expect(JSON.parse(answer.out)).toEqual({
      schema: 1,
      error: {
        code: 'build/no-folder',
        message: `${file} is a file, not a folder.`,
        next: 'Name the folder of the handbook with --root DIR.',
      },
    })
    expect(answer.code).toBe(1)
  })

  it('search answers from what was built', async () => {
    const { out: text } = await runLine(['search', 'twenty', 'weeks', '--out', out, '--json'])
    const answer = JSON.parse(text)
    expect(Object.keys(answer)).toEqual(['schema', 'results', 'changes'])
    expect(Object.keys(answer.results[0])).toEqual([
      ...['path', 'route', 'title', 'kind', 'status', 'section', 'excerpt', 'score'],
    ])
    expect(answer.results[0]).toMatchObject({ path: 'content/benefits/leave.md', title: 'Parental leave' })
    expect((await runLine(['search', 'twenty', '--out', out])).out).toContain('Parental leave')
    expect((await runLine(['search', 'xyzzy', '--out', out])).out).toContain('No page')
  })

  it('search and preview say when nothing was built', async () => {
    for (const line of [['search', 'x'], ['preview']]) {
      const { error, code } = await runLine([...line, '--out', join(handbook.path, 'nothing')])
      expect(error).toContain('whybook build')
      expect(code).toBe(1)
    }
  })

  it('preview prints its address, serves below a base, and ends when asked to', async () => {
    expect(existsSync(join(out, 'index.html'))).toBe(true)
    const args = [bin, 'preview', '--out', out, '--port', '0', '--base', '/group/handbook']
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    for await (const chunk of child.stdout.setEncoding('utf8')) {
      text += chunk
      if (text.includes('Ctrl C')) break
    }
    const [address = ''] = /http:\S+/.exec(text) ?? []
    expect(address).toMatch(/\/group\/handbook\/$/)
    expect(await (await fetch(new URL('benefits/leave/', address))).text()).toContain('Twenty weeks.')
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
  })
})
