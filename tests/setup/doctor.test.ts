import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Clone, checkClone } from '../../src/setup/diagnosis/clone.ts'
import { checkInstallation } from '../../src/setup/diagnosis/installation.ts'
import { checkPipelines } from '../../src/setup/diagnosis/pipeline.ts'
import { checkStorage } from '../../src/setup/diagnosis/storage.ts'
import { runLine } from '../cli/run-line.ts'
import { repo } from '../kit/repo.ts'
import { foundIn } from './found.ts'

interface Said {
  readonly id: string
  readonly level: string
  readonly says: string
  readonly next: string | null
}

async function doctor(root: string): Promise<{ readonly code: number; readonly checks: readonly Said[] }> {
  const { code, out } = await runLine(['doctor', '--json', '--root', root], { environment: process.env })
  return { code, checks: JSON.parse(out).checks }
}

const levels = (checks: readonly Said[]) => Object.fromEntries(checks.map(({ id, level }) => [id, level]))

describe('the installation', () => {
  const lock = (spec: string, version = '0.1.0') =>
    JSON.stringify({ packages: { '': { devDependencies: { whybook: spec } }, 'node_modules/whybook': { version } } })
  const pinned = '{"devDependencies":{"whybook":"0.1.0"}}'
  it.each([
    [{ node: '20.1.0' }, {}, 'installation/node', 'error'],
    [{ git: null }, {}, 'installation/git', 'error'],
    [{ git: 'git version 2.20.1' }, {}, 'installation/git', 'warning'],
    [{}, {}, 'installation/package', 'warning'],
    [{}, { 'package.json': '{' }, 'installation/package', 'error'],
    [{}, { 'package.json': '{"devDependencies":{"whybook":"^0.1.0"}}' }, 'installation/package', 'warning'],
    [{}, { 'package.json': '{"devDependencies":{"whybook":"file:w.tgz"}}' }, 'installation/package', 'error'],
    [{}, { 'package.json': pinned }, 'installation/lock', 'error'],
    [{}, { 'package.json': pinned, 'package-lock.json': '[' }, 'installation/lock', 'error'],
    [{}, { 'package.json': pinned, 'package-lock.json': lock('0.0.9') }, 'installation/lock', 'error'],
    [{}, { 'package.json': pinned, 'package-lock.json': lock('0.1.0', '0.1.1') }, 'installation/lock', 'warning'],
    [{}, { 'package.json': pinned, 'package-lock.json': lock('0.1.0') }, 'installation/lock', 'ok'],
  ])('%j with %j: %s is %s', (more, files, id, level) => {
    const { existing, version } = foundIn(files)
    const found = { node: '22.12.0', git: 'git version 2.39.5', version, existing, hasTarball: false, ...more }
    expect(levels(checkInstallation(found))).toMatchObject({ [id]: level })
  })
})

describe('the clone', () => {
  const whole: Clone = {
    ...{ hasCommits: true, shallowRoots: 0, isPartial: false, branch: 'main', remoteHead: 'main' },
    ...{ remote: 'https://gitlab.com/a/b', submodules: [], pointers: [] },
  }
  it.each([
    [{}, 'clone/history', 'ok'],
    [{ hasCommits: false }, 'clone/history', 'warning'],
    [{ shallowRoots: 1 }, 'clone/history', 'warning'],
    [{ isPartial: true }, 'clone/objects', 'warning'],
    [{ branch: null, remoteHead: null }, 'clone/branch', 'warning'],
    [{ remoteHead: null }, 'clone/branch', 'warning'],
    [{ remote: null }, 'clone/remote', 'warning'],
    [{ submodules: ['x'] }, 'clone/submodules', 'warning'],
    [{ pointers: ['a.png'] }, 'clone/lfs', 'error'],
  ])('%j: %s is %s', (more, id, level) => {
    expect(levels(checkClone({ ...whole, ...more }))).toMatchObject({ [id]: level })
  })
})

describe('the pipeline', () => {
  const gitlab = (variables: string, call = 'npx --no -- whybook build') =>
    `pages:\n  script: ["npm ci", "${call}"]\n  variables: { ${variables} }\n`
  const github = (depth: string) =>
    `jobs:\n  a:\n    steps:\n      - uses: actions/checkout@v7\n        with: { ${depth} }\n      - run: npx --no -- whybook build\n`
  it.each([
    ['.gitlab-ci.yml', gitlab('GIT_DEPTH: "0"'), { 'pipeline/history': 'ok', 'pipeline/version': 'ok' }],
    ['.gitlab-ci.yml', gitlab('GIT_DEPTH: 20'), { 'pipeline/history': 'error' }],
    ['.gitlab-ci.yml', gitlab(''), { 'pipeline/history': 'error' }],
    ['.gitlab-ci.yml', `variables: { GIT_DEPTH: 0 }\n${gitlab('')}`, { 'pipeline/history': 'ok' }],
    ['.gitlab-ci.yml', gitlab('GIT_DEPTH: 0', 'npx whybook build'), { 'pipeline/version': 'error' }],
    ['.gitlab-ci.yml', gitlab('GIT_DEPTH: 0', 'npx -y whybook@latest build'), { 'pipeline/version': 'error' }],
    ['.gitlab-ci.yml', gitlab('GIT_DEPTH: 0', 'npx whybook@0.1.0 build'), { 'pipeline/version': 'ok' }],
    ['.github/workflows/x.yml', github('fetch-depth: 0'), { 'pipeline/history': 'ok' }],
    ['.github/workflows/x.yml', github('fetch-depth: 1'), { 'pipeline/history': 'error' }],
    ['.github/workflows/x.yml', 'whybook: [*broken', { 'pipeline/history': 'error' }],
    ['netlify.toml', '[build]\ncommand = "npx --no -- whybook build"', { 'pipeline/history': 'warning' }],
    ['netlify.toml', '[build]\ncommand = "hugo"', { pipeline: 'warning' }],
  ])('%s with %j is %j', (path, text, wanted) => {
    expect(levels(checkPipelines([{ path, text }], false))).toMatchObject(wanted)
  })

  it('may call npx alone where a lock file pins what it runs', () => {
    const file = { path: '.gitlab-ci.yml', text: gitlab('GIT_DEPTH: 0', 'npx whybook build') }
    expect(levels(checkPipelines([file], true))).toMatchObject({ 'pipeline/version': 'ok' })
  })
})

it.each([
  ['other', true, 0, 'none', { cache: 'error', output: 'ok' }],
  ['folder', false, 0, 'ours', { cache: 'warning', output: 'ok' }],
  ['folder', true, 2e9, 'other', { cache: 'warning', output: 'error' }],
  ['none', true, 0, 'repository', { cache: 'ok', output: 'error' }],
] as const)(
  'a cache that is %s (writable: %s, %s bytes) and an output that is %s',
  (kind, isWritable, bytes, out, wanted) => {
    expect(levels(checkStorage({ cache: { kind, isWritable, bytes }, out: { path: 'dist', kind: out } }))).toEqual(
      wanted,
    )
  },
)

describe('whybook doctor', () => {
  it('finds no error in a repository that init has set up, but for the lock file that needs a network', async () => {
    const { path } = await repo({ 'index.md': '# Home\n' })
    await runLine(['init', '--root', path, '--host', 'github', '--yes'], { environment: { PATH: '/nowhere' } })
    const { checks, code } = await doctor(path)
    expect(checks.filter(({ level }) => level === 'error').map(({ id }) => id)).toEqual(['installation/lock'])
    expect(levels(checks)).toMatchObject({ 'pipeline/history': 'ok', 'pipeline/version': 'ok', configuration: 'ok' })
    expect(code).toBe(1)
  })

  it('names a shallow clone, an unknown key with the nearest, and a site without a scheme', async () => {
    const own = await repo({ 'index.md': '# Home\n', 'handbook.yml': 'nmae: x\nsite: h.example.org\n' })
    await own.commit('Second', { 'a.md': '# A\n' })
    const clone = await own.clone({ depth: 1 })
    const { checks } = await doctor(clone.path)
    expect(levels(checks)).toMatchObject({ 'clone/history': 'warning', configuration: 'error' })
    const { says = '' } = checks.find(({ id }) => id === 'configuration') ?? {}
    expect(says).toContain('did you mean “name”')
    expect(says).toContain('begins with https://')
  })

  it('sees LFS pointers, submodules that were not fetched, an output that is not ours and a cache that is a link', async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 12345\n`
    const own = await repo({ 'index.md': '# Home\n', 'a.png': pointer, '.gitmodules': '[submodule "x"]\n\tpath = x\n' })
    mkdirSync(join(own.path, 'dist'))
    writeFileSync(join(own.path, 'dist', 'mine.txt'), '')
    symlinkSync('/tmp', join(own.path, '.whybook'))
    const { checks } = await doctor(own.path)
    expect(levels(checks)).toMatchObject({ 'clone/lfs': 'error', 'clone/submodules': 'warning' })
    expect(levels(checks)).toMatchObject({ output: 'error', cache: 'error' })
  })

  it('runs nothing of the repository', async () => {
    const own = await repo({
      'index.md': '# Home\n',
      'package.json': '{"scripts":{"preinstall":"touch pwned","prepare":"touch pwned"}}',
      '.npmrc': 'git=./evil\n',
    })
    own.configure('[core]\n\tfsmonitor = touch pwned\n\thooksPath = .\n')
    expect((await doctor(own.path)).checks.length).toBeGreaterThan(10)
    expect(readdirSync(own.path).sort()).toEqual(['.git', '.npmrc', 'index.md', 'package.json'])
  })

  it('says each thing in a line, with what to do, and only what is wrong with --quiet', async () => {
    const { path } = await repo({ 'index.md': '# Home\n' })
    const loud = await runLine(['doctor', '--root', path], { environment: process.env, program: 'npx whybook' })
    expect(loud.out).toContain('ok       1 page in the repository.')
    expect(loud.out).toContain('   next  Pin it with: npx whybook init')
    expect(loud.code).toBe(0)
    const quiet = await runLine(['doctor', '--quiet', '--root', path], { environment: process.env })
    expect(quiet.out).not.toContain('ok  ')
  })
})
