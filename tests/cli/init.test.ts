import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { repo } from '../kit/repo.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'
import { runLine } from './run-line.ts'

/** Without npm, so that nothing is asked of a registry. */
const environment = { PATH: '/nowhere' }

const init = (root: string, args: readonly string[], answers?: readonly string[]) =>
  runLine(['init', '--root', root, ...args], answers === undefined ? { environment } : { answers, environment })

it('asks three questions, shows what it will write, and writes it when told to', async () => {
  const { path } = await repo({ 'index.md': '# Home\n' })
  const { code, out, error } = await init(path, [], ['github', "Ana's", 'https://h.example.org', 'y'])
  expect(code).toBe(0)
  expect(error.match(/\?/g)).toHaveLength(4)
  expect(out).toContain('new      .github/workflows/handbook.yml')
  expect(readFileSync(join(path, 'handbook.yml'), 'utf8')).toContain("name: Ana's\nsite: https://h.example.org\n")
  expect(JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))).toEqual({
    private: true,
    devDependencies: { whybook: '0.1.0' },
  })
  const again = await init(path, ['--host', 'github', '--name', "Ana's", '--site', 'https://h.example.org', '--yes'])
  expect(again.out).toContain('There is nothing to write.')
})

it.each([[['', '', '', 'n']], [['', '', '', '']], [['', '']], [[]]])(
  'writes nothing when answered with %j',
  async (answers) => {
    const { path } = await repo({ 'index.md': '# Home\n' })
    const { code, out } = await init(path, [], answers)
    expect(out).toContain('Nothing was written.')
    expect(code).toBe(1)
    expect(readdirSync(path).sort()).toEqual(['.git', 'index.md'])
  },
)

it('writes nothing in a dry run', async () => {
  const { path } = await repo({ 'index.md': '# Home\n' })
  const { code, out } = await init(path, ['--host', 'netlify', '--dry-run'])
  expect(out).toContain('command = ')
  expect(code).toBe(0)
  expect(readdirSync(path).sort()).toEqual(['.git', 'index.md'])
})

it('says so where nobody can be asked, with exit code 2', async () => {
  const { path } = await repo({ 'index.md': '# Home\n' })
  const { code, error } = await init(path, [])
  expect(error).toContain('this is no terminal')
  expect(error).toContain('--yes')
  expect(code).toBe(2)
  expect((await init(path, ['--host', 'gitlub', '--yes'])).code).toBe(2)
})

it('answers with one JSON document', async () => {
  const { path } = await repo({ 'index.md': '# Home\n' })
  const { out, code } = await init(path, ['--host', 'gitlab', '--json', '--yes'])
  const answer = JSON.parse(out)
  expect(code).toBe(0)
  expect(Object.keys(answer)).toEqual(['schema', 'root', 'host', 'written', 'files', 'next'])
  expect(answer).toMatchObject({ schema: 1, host: 'gitlab', written: true })
  expect(answer.files[0]).toEqual({ path: 'handbook.yml', state: 'new', text: expect.stringContaining('name: ') })
  expect(answer.next.join()).toContain('package-lock.json')
})

it('copies a tarball from elsewhere into the repository, once', async () => {
  const { path } = await repo({ 'index.md': '# Home\n' })
  const tarball = join(temporaryFolder().path, 'whybook-9.9.9.tgz')
  writeFileSync(tarball, Buffer.from([0x1f, 0x8b, 0, 255]))
  expect((await init(path, ['--package', tarball, '--yes'])).code).toBe(0)
  expect(readFileSync(join(path, 'whybook-9.9.9.tgz'))).toEqual(Buffer.from([0x1f, 0x8b, 0, 255]))
  expect(readFileSync(join(path, 'package.json'), 'utf8')).toContain('"file:whybook-9.9.9.tgz"')
  writeFileSync(tarball, 'another')
  expect((await init(path, ['--package', tarball, '--yes'])).error).toContain('the repository has another')
})

it('makes the lock file outside of the repository, whose settings of npm are not read', async () => {
  const { path } = await repo({ 'index.md': '# Home\n', '.npmrc': 'git=./evil\n' })
  const bin = temporaryFolder().path
  const made = '{"packages":{"":{},"node_modules/whybook":{"version":"0.1.0"}}}'
  const npm = `#!/bin/sh\nls -a > '${bin}/seen'\necho "$@" $npm_config_git > '${bin}/words'\nprintf '${made}' > package-lock.json\n`
  writeFileSync(join(bin, 'npm'), npm, { mode: 0o755 })
  const { out } = await runLine(['init', '--root', path, '--yes'], {
    environment: { PATH: `${bin}:/usr/bin:/bin`, npm_config_git: './evil' },
  })
  expect(out).toContain('new      package-lock.json')
  expect(readFileSync(join(path, 'package-lock.json'), 'utf8')).toBe(made)
  expect(readFileSync(join(bin, 'seen'), 'utf8').split('\n')).toEqual(['.', '..', 'package.json', ''])
  const words = readFileSync(join(bin, 'words'), 'utf8')
  expect(words).toContain('--package-lock-only --ignore-scripts')
  expect(words).not.toContain('evil')
})

it('writes nothing out of a repository whose folders are links', async () => {
  const { path } = await repo({ 'index.md': '# Home\n' })
  const away = temporaryFolder().path
  symlinkSync(away, join(path, '.github'))
  symlinkSync(join(away, 'x'), join(path, '.gitignore'))
  const { out } = await init(path, ['--host', 'github', '--yes'])
  expect(out).toContain('kept     .gitignore')
  expect(out).toContain('kept     .github/workflows/handbook.yml')
  expect(readdirSync(away)).toEqual([])
})

it('says what to do in a folder without a repository, and in a bare one', async () => {
  const { path } = temporaryFolder()
  const none = await init(path, ['--yes'])
  expect(none.error).toContain('git init')
  expect(none.code).toBe(1)
  const bare = await repo({ 'index.md': '# Home\n' }, { bare: true })
  expect((await init(bare.path, ['--yes'])).error).toContain('bare repository')
  expect(existsSync(join(path, 'handbook.yml'))).toBe(false)
})
