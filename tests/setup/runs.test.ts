import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse as parseToml } from 'smol-toml'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Host } from '../../src/setup/host.ts'
import { runLine } from '../cli/run-line.ts'
import { type Repo, repo } from '../kit/repo.ts'
import { plainEnvironment, runGit } from '../kit/run-git.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'

const checkout = fileURLToPath(new URL('../../', import.meta.url))
const installed = join(temporaryFolder().path, 'node_modules')

/** What `npm ci` does, without a network: the packed package, and what it depends on. */
beforeAll(() => {
  const folder = temporaryFolder().path
  execFileSync('npm', ['pack', '--pack-destination', folder], { cwd: checkout, stdio: 'pipe' })
  mkdirSync(join(installed, '.bin'), { recursive: true })
  execFileSync('tar', ['xzf', join(folder, readdirSync(folder)[0] ?? ''), '-C', folder])
  execFileSync('mv', [join(folder, 'package'), join(installed, 'whybook')])
  for (const name of readdirSync(join(checkout, 'node_modules'))) {
    if (!name.startsWith('.')) symlinkSync(join(checkout, 'node_modules', name), join(installed, name))
  }
  symlinkSync('../whybook/bin/whybook.js', join(installed, '.bin', 'whybook'))
}, 300_000)

const linked = 'mkdir node_modules && ln -s "$INSTALLED"/* "$INSTALLED"/.bin node_modules/'

interface Hosted {
  readonly path: string
  /** Runs command lines as a hosted runner does: in a shell that ends at the first that fails. */
  run(lines: readonly string[], environment?: NodeJS.ProcessEnv): string
  file(path: string): string
}

/** A repository that init has set up, as the host has cloned it. */
async function hosted(host: Host, options: { readonly depth?: number } = {}): Promise<{ own: Repo; clone: Hosted }> {
  const own = await repo({ 'index.md': '# Home\n\nHello.\n' })
  await own.commit('Say hello (#2)\n\nBecause nobody said hello to those who came new to us.', {
    'index.md': '# Home\n\nHello and welcome.\n',
  })
  const init = await runLine(['init', '--host', host, '--name', "Ana's", '--yes', '--root', own.path], {
    // Without npm there is no lock file, and nothing is asked of a registry.
    environment: { PATH: '/nowhere' },
  })
  expect(init.error).toBe('')
  own.git('add', '--all')
  own.git('-c', 'core.hooksPath=/dev/null', 'commit', '-qm', 'Set Whybook up')
  const path = join(temporaryFolder().path, 'build')
  const depth = options.depth === undefined ? [] : [`--depth=${options.depth}`]
  runGit(dirname(path), 'clone', '--quiet', ...depth, `file://${own.path}`, path)
  const clone: Hosted = {
    path,
    file: (name) => readFileSync(join(path, name), 'utf8'),
    run: (lines, environment = {}) =>
      execFileSync('sh', ['-e', '-c', lines.join('\n').replaceAll('npm ci --ignore-scripts', linked)], {
        cwd: path,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          ...plainEnvironment,
          PATH: `${dirname(process.execPath)}:${process.env['PATH']}`,
          INSTALLED: installed,
          GITHUB_SHA: runGit(path, 'rev-parse', 'HEAD').trim(),
          npm_config_offline: 'true',
          ...environment,
        },
      }),
  }
  return { own, clone }
}

/** A site came out, with the name that was answered and the reason from the history. */
function expectSite(folder: string): void {
  expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain('Hello and welcome.')
  expect(readFileSync(join(folder, 'index.html'), 'utf8')).toMatch(/Ana(?:'|’|&#39;|&#x27;)s/)
  expect(readFileSync(join(folder, 'history', 'index.html'), 'utf8')).toContain('Because nobody said hello')
}

const runsOf = (job: { readonly steps: readonly { readonly run?: string }[] }): readonly string[] =>
  job.steps.flatMap(({ run }) => (run === undefined ? [] : [run]))

describe('what a hosted runner runs', { timeout: 300_000 }, () => {
  it('publishes and checks on GitLab', async () => {
    const { clone } = await hosted('gitlab')
    const { pages, 'check handbook': checked } = parse(clone.file('.gitlab-ci.yml'))
    clone.run(pages.script, { CI_PAGES_URL: 'https://ana.gitlab.example.org/handbook' })
    expectSite(join(clone.path, pages.artifacts.paths[0]))
    expect(clone.file('public/sitemap.xml')).toContain('https://ana.gitlab.example.org/handbook/')
    const proposal = await hosted('gitlab')
    expect(proposal.clone.run(checked.script)).toContain('Nothing found')
  })

  it('publishes and checks on GitHub', async () => {
    const { clone } = await hosted('github')
    const { jobs } = parse(clone.file('.github/workflows/handbook.yml'))
    clone.run(runsOf(jobs.publish), { SITE: 'https://ana.github.io/handbook' })
    expectSite(join(clone.path, 'dist'))
    expect(clone.file('dist/sitemap.xml')).toContain('https://ana.github.io/handbook/')
    const proposal = await hosted('github')
    expect(proposal.clone.run(runsOf(jobs.check))).toContain('Nothing found')
  })

  it('publishes to the branch “pages” on Forgejo, without a past, and once more', async () => {
    const { own, clone } = await hosted('forgejo')
    const { jobs } = parse(clone.file('.forgejo/workflows/handbook.yml'))
    const lines = runsOf(jobs.publish)
    clone.run(lines)
    expectSite(join(clone.path, 'dist'))
    clone.run(lines.slice(1))
    const files = own.git('ls-tree', '-r', '--name-only', 'pages').split('\n')
    expect(files).toEqual(expect.arrayContaining(['index.html', '_whybook/build.json']))
    expect(own.git('rev-list', '--count', 'pages').trim()).toBe('1')
    expect(clone.run(['git status --porcelain --untracked-files=no'])).toBe('')
  })

  it('publishes on Netlify and previews as untrusted, from a shallow clone', async () => {
    const { clone } = await hosted('netlify', { depth: 1 })
    const read = (text: string) => parseToml(text) as never as Netlify
    const { build, context } = read(clone.file('netlify.toml'))
    clone.run([build.command], { URL: 'https://ana.netlify.example' })
    expectSite(join(clone.path, build.publish))
    const preview = await hosted('netlify', { depth: 1 })
    preview.clone.run(['git checkout -q -b proposal', context['deploy-preview'].command], {
      DEPLOY_PRIME_URL: 'https://deploy-preview-1--ana.netlify.example',
    })
    expectSite(join(preview.clone.path, build.publish))
    expect(context['branch-deploy']).toEqual(context['deploy-preview'])
  })

  it('publishes on Cloudflare Pages from a shallow clone, and checks first on other branches', async () => {
    const { clone } = await hosted('cloudflare', { depth: 1 })
    const out = String(parseToml(clone.file('wrangler.toml'))['pages_build_output_dir'])
    const said = clone.run(['sh scripts/build-handbook.sh'].map(withLink(clone)), { CF_PAGES_BRANCH: 'main' })
    expect(said).not.toContain('Nothing found')
    expectSite(join(clone.path, out))
    const preview = (await hosted('cloudflare', { depth: 1 })).clone
    expect(preview.run([withLink(preview)('sh scripts/build-handbook.sh')], { CF_PAGES_BRANCH: 'x' })).toContain(
      'Nothing found',
    )
  })

  it('publishes and checks anywhere by scripts, from a shallow clone and from another folder', async () => {
    const { clone } = await hosted('other', { depth: 1 })
    clone.run(['cd /', withLink(clone)(`sh ${clone.path}/scripts/build-handbook.sh`)])
    expectSite(join(clone.path, 'dist'))
    const proposal = (await hosted('other', { depth: 1 })).clone
    expect(proposal.run([withLink(proposal)('sh scripts/check-handbook.sh')])).toContain('Nothing found')
    expect(existsSync(join(proposal.path, 'dist'))).toBe(false)
  })
})

interface Netlify {
  readonly build: { readonly command: string; readonly publish: string }
  readonly context: Readonly<Record<'deploy-preview' | 'branch-deploy', { readonly command: string }>>
}

/** Scripts are run as they are, with an `npm` before the real one that links what is installed. */
function withLink({ path }: Hosted): (line: string) => string {
  const bin = `${path}-bin`
  const body = `#!/bin/sh\\n[ "$*" = "ci --ignore-scripts" ] && { ${linked}; }\\n`
  return (line) =>
    `mkdir -p '${bin}'; printf '${body}' > '${bin}/npm'; chmod +x '${bin}/npm'; PATH='${bin}':"$PATH" ${line}`
}
