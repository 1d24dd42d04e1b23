import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Repo, repo } from '../kit/repo.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'
import { build, filesOf } from './kit.ts'

// Each builds whole sites in processes of their own.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

let handbook: Repo
let out: string
let before: ReadonlyMap<string, string>

beforeAll(async () => {
  handbook = await repo({
    'handbook.yml': 'mdx: [code]\n',
    'index.md': '# Millrace\n\nFirst.\n',
    'code/page.mdx': '---\ntitle: Code\n---\n\nOne and one is {1 + 1}.\n',
  })
  out = join(temporaryFolder().path, 'site')
  await build(handbook.path, out)
  before = filesOf(out)
})
afterAll(() => handbook.remove())
beforeEach(() => handbook.write({ 'index.md': '# Millrace\n\nFirst.\n' }))

const code = (body: string) => handbook.write({ 'code/page.mdx': `---\ntitle: Code\n---\n\n${body}\n` })

/** What is promised of every build that fails. */
function expectUntouched(): void {
  expect(filesOf(out)).toEqual(before)
  expect(readdirSync(dirname(out))).toEqual(['site'])
}

describe('code in a page', () => {
  it('runs where the configuration allows it', () => {
    expect(before.get('code/page/index.html')).toContain('One and one is 2.')
  })

  it.each([
    ['ends the process', '{process.exit(0)}'],
    ['ends the process past all handlers', '{process.reallyExit(0)}'],
    ['kills the process', "{process.kill(process.pid, 'SIGKILL')}"],
  ])('that %s is an error that names the page, and not a green empty build', async (_, body) => {
    code(body)
    await expect(build(handbook.path, out)).rejects.toMatchObject({
      code: 'build/ended',
      message: expect.stringContaining('drawing code/page.mdx'),
    })
    expectUntouched()
  })

  it('that never ends is ended, and its page named', async () => {
    code('{(() => { while (true) {} })()}')
    await expect(build(handbook.path, out, { pageSeconds: 3 })).rejects.toMatchObject({
      code: 'build/too-slow',
      place: { path: 'code/page.mdx' },
    })
    expectUntouched()
  })

  it('that fails is an error that names the page', async () => {
    code("{(() => { throw new Error('boom') })()}")
    await expect(build(handbook.path, out)).rejects.toMatchObject({
      code: 'build/not-drawn',
      message: 'The page /code/page/ could not be drawn: boom',
      place: { path: 'code/page.mdx' },
    })
    expectUntouched()
  })

  it('that cannot be read is an error with its line', async () => {
    code('{ never closed')
    await expect(build(handbook.path, out)).rejects.toMatchObject({
      code: 'build/not-compiled',
      place: { path: 'code/page.mdx', line: 5 },
    })
    expectUntouched()
  })

  it('that gives too much HTML is an error that names the page', async () => {
    code("{'x'.repeat(21_000_000)}")
    await expect(build(handbook.path, out)).rejects.toMatchObject({
      code: 'build/too-large',
      place: { path: 'code/page.mdx' },
    })
    expectUntouched()
  })

  it('shows anew what it imports when only that changed', async () => {
    handbook.write({ 'code/data.json': '{ "weeks": 12 }' })
    code("import data from './data.json'\n\nWeeks: {data.weeks}.")
    await build(handbook.path, out)
    handbook.write({ 'code/data.json': '{ "weeks": 20 }' })
    await build(handbook.path, out)
    expect(filesOf(out).get('code/page/index.html')).toContain('Weeks: 20.')
    expect((await build(handbook.path, out)).isUnchanged).toBe(true)
    before = filesOf(out)
  })

  it('is not run in what an untrusted person proposed, whatever their configuration says', async () => {
    const canary = join(temporaryFolder().path, 'ran')
    code(`{process.getBuiltinModule('node:fs').writeFileSync(${JSON.stringify(canary)}, '')}`)
    const away = join(temporaryFolder().path, 'site')
    const built = await build(handbook.path, away, { trusted: false })
    expect(existsSync(canary)).toBe(false)
    expect(built.findings.filter(({ path }) => path === 'code/page.mdx')).not.toEqual([])
    // The same page, trusted, does run: the canary can be seen.
    await build(handbook.path, away)
    expect(existsSync(canary)).toBe(true)
  })
})

describe('a build that is stopped', () => {
  beforeEach(() => {
    code('Nothing special.')
    handbook.write({ 'index.md': `# Millrace\n\n${'Changed. '.repeat(3)}\n` })
  })

  it('by its user leaves everything as it was', async () => {
    const controller = new AbortController()
    const running = build(handbook.path, out, {
      signal: controller.signal,
      onProgress: ({ step }) => step === 'draw' && controller.abort(),
    })
    await expect(running).rejects.toMatchObject({ code: 'build/interrupted' })
    expectUntouched()
  })

  it('by force leaves the last output whole, and the next build tidies up', async () => {
    const bin = fileURLToPath(new URL('../../bin/whybook.js', import.meta.url))
    const child = spawn(process.execPath, [bin, 'build', '--root', handbook.path, '--out', out], { stdio: 'ignore' })
    const ended = new Promise((resolve) => child.once('exit', resolve))
    while (readdirSync(dirname(out)).every((name) => !name.startsWith('site.building'))) await setImmediate()
    child.kill('SIGKILL')
    await ended
    expect(filesOf(out)).toEqual(before)
    await build(handbook.path, out)
    expect(filesOf(out).get('index.html')).toContain('Changed.')
    expect(readdirSync(dirname(out))).toEqual(['site'])
    before = filesOf(out)
  })
})

describe('a place that cannot be written to', () => {
  it('is an error in one sentence', async () => {
    const folder = temporaryFolder().path
    writeFileSync(join(folder, 'file'), '')
    await expect(build(handbook.path, join(folder, 'file/site'))).rejects.toMatchObject({
      code: 'build/cannot-write',
      message: expect.stringContaining(`${join(folder, 'file')} cannot be written to.`),
    })
  })

  it('is not written to when it holds other files', async () => {
    const folder = temporaryFolder().path
    mkdirSync(join(folder, 'photos'))
    writeFileSync(join(folder, 'photos/one.jpg'), 'one')
    await expect(build(handbook.path, join(folder, 'photos'))).rejects.toMatchObject({ code: 'build/not-ours' })
    expect(readdirSync(join(folder, 'photos'))).toEqual(['one.jpg'])
  })
})
