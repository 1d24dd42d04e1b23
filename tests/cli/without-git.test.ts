import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { filesOf } from '../build/kit.ts'
import { type Repo, repo } from '../kit/repo.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'
import { runLine } from './run-line.ts'

// Each builds a whole site in a process of its own.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

const bin = fileURLToPath(new URL('../../bin/whybook.js', import.meta.url))
const line = 'There is no git on the PATH: history is read without it, which takes longer.\n'

let handbook: Repo
beforeAll(async () => {
  handbook = await repo({ 'index.md': '# Millrace\n', 'leave.md': '# Leave\n\nTwelve weeks.\n' })
  await handbook
    .branch('more')
    .commit('Give twenty weeks\n\nBecause people asked.', { 'leave.md': '# Leave\n\nTwenty.\n' })
  await handbook.merge('more', "Merge branch 'more' into 'main'\n\nGive twenty weeks\n\nSee merge request m/h!7")
  await handbook.note(handbook.tip, 'Why: twelve were too few.')
})
afterAll(() => handbook.remove())

/** Runs the command where the PATH has no git. */
async function without(...args: string[]) {
  const environment = { ...process.env, PATH: temporaryFolder().path }
  return promisify(execFile)(process.execPath, [bin, ...args], { env: environment, cwd: handbook.path })
}

it('tells the same history with and without git', async () => {
  const told = async (git: string) =>
    (await runLine(['log', 'leave', '--root', handbook.path, '--json', '--git', git])).out
  const native = await told('native')
  expect(JSON.parse(native).changes).toHaveLength(2)
  expect(await told('isomorphic')).toBe(native)
})

it('builds the same site where there is no git, and says in one line that it goes without', async () => {
  const [one, other] = [join(temporaryFolder().path, 'site'), join(temporaryFolder().path, 'site')]
  await runLine(['build', '--root', handbook.path, '--out', one, '--git', 'native', '--clean'])
  handbook.write({ '.whybook/history': null })
  const { stdout, stderr } = await without('build', '--out', other, '--clean')
  expect(stderr.split(line)).toHaveLength(2)
  expect(stdout).toContain('History complete')
  expect(filesOf(other)).toEqual(filesOf(one))
})

it('checks and tells history where there is no git; a search needs none and says nothing', async () => {
  expect((await without('log', 'leave')).stderr).toBe(line)
  expect((await without('log', 'leave', '--quiet')).stderr).toBe('')
  expect((await without('check')).stderr).toBe(line)
  await without('build', '--out', 'dist', '--quiet')
  expect(await without('search', 'twenty')).toMatchObject({ stderr: '', stdout: expect.stringContaining('leave.md') })
})

it('says what only git can read, and what to do, with exit code 1', async () => {
  const { path } = await handbook.clone({ filter: 'blob:none' })
  const { code, error } = await runLine(['check', '--root', path, '--git', 'isomorphic'])
  expect(code).toBe(1)
  expect(error).toContain('This is a partial clone: that needs git itself.')
  expect(error).toContain('Install git')
  expect(error).not.toContain('    at ')
})
