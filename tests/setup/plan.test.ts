import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseConfiguration } from '../../src/content/parse-configuration.ts'
import type { RepoPath } from '../../src/model/ids.ts'
import { answersFrom } from '../../src/setup/answers.ts'
import type { Found } from '../../src/setup/found.ts'
import { hostOf, hosts } from '../../src/setup/host.ts'
import { outputName } from '../../src/setup/output-name.ts'
import { isPinned, packageSpec } from '../../src/setup/package-spec.ts'
import { type PlannedFile, planSetup } from '../../src/setup/plan.ts'
import { answers, foundIn } from './found.ts'

const fileOf = (path: string, found: Found, more: Parameters<typeof answers>[0] = {}): PlannedFile | undefined =>
  planSetup(found, answers(more)).files.find((file) => file.path === path)

describe('the host', () => {
  it.each([
    ['git@gitlab.com:group/handbook.git', 'gitlab'],
    ['https://gitlab.example.org/group/handbook', 'gitlab'],
    ['https://github.com/ana/handbook', 'github'],
    ['ssh://git@codeberg.org/ana/handbook.git', 'forgejo'],
    ['https://git.example.org/ana/handbook', null],
    ['/srv/git/handbook.git', null],
    [null, null],
  ])('of the remote %s is %s', (remote, host) => expect(hostOf(remote)).toBe(host))
})

describe('the folder that is built into', () => {
  it.each([
    ['gitlab', [], 'public'],
    ['gitlab', ['public'], 'dist'],
    ['github', [], 'dist'],
    ['netlify', ['dist', 'site', 'public'], 'handbook-site'],
    ['other', ['dist', 'site', 'public', 'handbook-site'], 'handbook-site-2'],
  ] as const)('on %s with %j there is %s', (host, taken, name) => {
    expect(outputName({ taken: new Set(taken) }, host)).toBe(name)
  })

  it('is told to GitLab when it is not public', () => {
    const { text = '' } = fileOf('.gitlab-ci.yml', foundIn({}, { taken: new Set(['public']) })) ?? {}
    expect(parse(text).pages.pages).toEqual({ publish: 'dist' })
  })
})

describe('files that are there', () => {
  it.each(hosts)('are all kept on %s, and what could be added is shown', (host) => {
    const own = planSetup(foundIn(), answers({ host })).files.map(({ path }) => path)
    const theirs = Object.fromEntries(own.map((path) => [path, path === 'package.json' ? 'broken {' : '# mine\n']))
    const { files, next } = planSetup(foundIn(theirs), answers({ host }))
    for (const { path, state, text } of files) {
      if (path === '.gitignore') expect(text.startsWith('# mine\n')).toBe(true)
      else expect([path, state]).toEqual([path, 'kept'])
      expect(text).not.toBe('')
    }
    expect(next.join()).toContain('by hand')
  })

  it('are left as they are by a second call', () => {
    const first = planSetup(foundIn(), answers()).files
    const again = planSetup(foundIn(Object.fromEntries(first.map(({ path, text }) => [path, text]))), answers())
    expect(again.files.map(({ state }) => state)).toEqual(again.files.map(() => 'same'))
  })

  it('keep a handbook.yml of the content folder', () => {
    const found = foundIn(
      { 'docs/handbook.yaml': 'name: Ours\nsite: https://h.example.org\n' },
      { content: 'docs' as RepoPath },
    )
    const { files } = planSetup(found, answers())
    expect(files[0]).toMatchObject({ path: 'docs/handbook.yaml', state: 'kept' })
    expect(files.find(({ path }) => path === '.gitlab-ci.yml')?.text).not.toContain('--site')
  })

  it('reached through a link are not planned to be written', () => {
    const found = { ...foundIn(), existing: new Map([['.gitignore', { problem: 'a link' }]]) }
    expect(fileOf('.gitignore', found)?.state).toBe('kept')
  })
})

describe('package.json', () => {
  it('gets Whybook beside what is in it, with its indentation', () => {
    const text = '{\n\t"name": "x",\n\t"devDependencies": { "zod": "1" },\n\t"__proto__": { "a": 1 }\n}\n'
    const file = fileOf('package.json', foundIn({ 'package.json': text }))
    expect(file).toMatchObject({ state: 'changed' })
    expect(file?.text).toContain('\n\t"name": "x",\n')
    expect(file?.text).toContain('\t"__proto__": {')
    expect(JSON.parse(file?.text ?? '')['devDependencies']).toEqual({ whybook: '0.1.0', zod: '1' })
  })

  it.each([['[]'], ['"x"'], ['{ broken'], ['{ "devDependencies": [] }']])('%s is kept', (text) => {
    expect(fileOf('package.json', foundIn({ 'package.json': text }))?.state).toBe('kept')
  })

  it('with a range says that it pins nothing', () => {
    const { next } = planSetup(foundIn({ 'package.json': '{"dependencies":{"whybook":"^0.1.0"}}' }), answers())
    expect(next.join()).toContain('“^0.1.0”: pin it')
  })
})

describe('--package', () => {
  it.each([
    ['0.1.0', '0.1.0'],
    ['whybook@0.2.0-beta.1', '0.2.0-beta.1'],
    ['../x/whybook-0.1.0.tgz', 'file:whybook-0.1.0.tgz'],
    ['https://example.org/whybook-0.1.0.tgz', 'https://example.org/whybook-0.1.0.tgz'],
  ])('%s is pinned as %s', (written, spec) => {
    expect(packageSpec(written).spec).toBe(spec)
    expect(isPinned(spec)).toBe(true)
  })

  it.each([['latest'], ['^0.1.0'], ['*'], ['git+ssh://x/y'], ['$(id).tgz'], ['a b.tgz'], ['-x.tgz'], ['']])(
    '%s is refused',
    (written) => expect(() => packageSpec(written)).toThrow(/--package cannot be/),
  )
})

describe('.gitignore', () => {
  it.each([
    ['', 'node_modules/\n.whybook/\n/public/\n'],
    ['/node_modules\npublic/\n', '.whybook/\n'],
    ['a', 'node_modules/\n.whybook/\n/public/\n'],
  ])('%j gets %j', (before, added) => {
    const file = fileOf('.gitignore', foundIn({ '.gitignore': before }))
    expect(file).toMatchObject({ state: 'changed', added })
    expect(file?.text).toBe(`${before}${before === 'a' ? '\n' : ''}${added}`)
  })
})

describe('handbook.yml', () => {
  it('says what the repository cannot say, and no more', () => {
    const { text = '' } =
      fileOf('handbook.yml', foundIn({}, { remote: 'https://git.example.org/a/b' }), {
        site: 'https://h.example.org',
        content: 'docs' as RepoPath,
      }) ?? {}
    expect(parse(text)).toEqual({
      name: 'Millrace',
      content: 'docs',
      site: 'https://h.example.org',
      forge: { kind: 'gitlab' },
    })
  })

  it('gives back every name that can be answered', async () => {
    const names = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
    await fc.assert(
      fc.asyncProperty(names, async (name) => {
        const none = { host: null, content: null, site: null }
        const read = await answersFrom(foundIn(), { ...none, name }, null).catch(() => null)
        if (read === null) return
        const text = fileOf('handbook.yml', foundIn(), read)?.text ?? ''
        expect(parseConfiguration(text, 'handbook.yml' as RepoPath).name).toBe(name.trim())
      }),
    )
  })

  it.each([
    ['yes'],
    ['123'],
    ['a: b'],
    ['# x'],
    ['"quoted"'],
    ["it's"],
    [`\${{ secrets.X }}`],
    ['- a'],
    ['null'],
    ['{a}'],
  ])('has the name %s as text', (name) =>
    expect(parse(fileOf('handbook.yml', foundIn(), { name })?.text ?? '')).toEqual({ name }),
  )
})

describe('an answer that cannot be', () => {
  const none = { host: null, name: null, content: null, site: null }
  it.each([
    [{ host: 'gitlub' }, 'did you mean'],
    [{ name: ' ' }, 'it is empty'],
    [{ name: 'a\u202eb' }, 'cannot be seen'],
    [{ site: 'h.example.org' }, 'begins with https://'],
    [{ site: 'javascript:alert(1)' }, 'begins with https://'],
    [{ site: 'https://a:b@h.example.org' }, 'a user and a password'],
    [{ content: '../other' }, 'relative to the top'],
    [{ content: '/etc' }, 'relative to the top'],
    [{ content: 'nowhere' }, 'no such folder'],
  ])('%j is refused', async (given, words) => {
    await expect(answersFrom(foundIn(), { ...none, ...given }, null)).rejects.toThrow(words)
  })

  it('is asked again on a terminal', async () => {
    const typed = ['gitlub', 'github', '', 'h.example.org', 'https://h.example.org']
    const wrong: string[] = []
    const read = await answersFrom(foundIn(), none, {
      ask: async () => typed.shift() ?? null,
      wrong: (problem) => wrong.push(problem),
    })
    expect(read).toEqual({ host: 'github', name: 'repo', content: null, site: 'https://h.example.org' })
    expect(wrong).toHaveLength(2)
  })
})
