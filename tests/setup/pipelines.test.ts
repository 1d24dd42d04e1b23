import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { parse as parseToml } from 'smol-toml'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { hosts } from '../../src/setup/host.ts'
import { pipelinePaths } from '../../src/setup/pipelines/pipeline.ts'
import { planSetup } from '../../src/setup/plan.ts'
import { workflowFaults } from '../kit/workflow-schema.ts'
import { answers, foundIn } from './found.ts'

const gitlabSchema = JSON.parse(readFileSync('tests/setup/schemas/gitlab-ci.json', 'utf8')).schema
const validGitlab = new Ajv({ strict: false, allErrors: true, logger: false }).compile(gitlabSchema)

/** Names that break what is glued together. */
const odd = ['main', 'release+2', "it's", 'a"b', '$(touch pwned)', 'ümlaut', '#1', 'yes', '`id`']

const textOf = (host: (typeof hosts)[number], path: string, branch = 'main', remote: string | null = null): string => {
  const { files } = planSetup(foundIn({}, { branch, remote }), answers({ host, name: `Handbook of ${branch}` }))
  return files.find((file) => file.path === path)?.text ?? ''
}

describe.each(odd)('for a branch called %s', (branch) => {
  it('writes a .gitlab-ci.yml that GitLab takes', () => {
    const text = textOf('gitlab', '.gitlab-ci.yml', branch)
    validGitlab(parse(text))
    expect(validGitlab.errors ?? []).toEqual([])
  })

  it.each([
    ['github', '.github/workflows/handbook.yml', null],
    ['forgejo', '.forgejo/workflows/handbook.yml', null],
    ['forgejo', '.forgejo/workflows/handbook.yml', 'https://codeberg.org/ana/handbook.git'],
  ] as const)('writes a workflow for %s (%s, %s) that GitHub takes', (host, path, remote) => {
    const workflow = parse(textOf(host, path, branch, remote))
    expect(workflowFaults(workflow)).toEqual([])
    expect(workflow.on.push.branches).toEqual([branch.replace(/[+!]/g, '\\$&')])
  })

  it('writes a netlify.toml of the form that Netlify documents', () => {
    const command = z.strictObject({ command: z.string() })
    const schema = z.strictObject({
      build: z.strictObject({
        command: z.string(),
        publish: z.string(),
        environment: z.strictObject({ NODE_VERSION: z.literal('22') }),
      }),
      context: z.strictObject({ 'deploy-preview': command, 'branch-deploy': command }),
    })
    expect(() => schema.parse(parseToml(textOf('netlify', 'netlify.toml', branch)))).not.toThrow()
  })

  it('writes a wrangler.toml of the form that Cloudflare documents', () => {
    const schema = z.strictObject({
      name: z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,56}[a-z0-9])?$/),
      compatibility_date: z.iso.date(),
      pages_build_output_dir: z.string(),
    })
    expect(() => schema.parse(parseToml(textOf('cloudflare', 'wrangler.toml', branch)))).not.toThrow()
  })
})

it('finds what is wrong in a workflow by the same schema', () => {
  const workflow = parse(textOf('github', '.github/workflows/handbook.yml'))
  const { check } = workflow.jobs
  expect(workflowFaults({ ...workflow, jobs: { check: { ...check, step: [] } } })).not.toEqual([])
  expect(workflowFaults({ ...workflow, jobs: { check: { ...check, 'runs-on': undefined } } })).not.toEqual([])
  expect(workflowFaults({ ...workflow, permissions: { contents: 'all' } })).not.toEqual([])
  expect(validGitlab({ pages: { script: 1 } })).toBe(false)
})

it.each(hosts)('knows every file that the pipeline of %s may be in', (host) => {
  const { files } = planSetup(foundIn(), answers({ host }))
  const own = files
    .map(({ path }) => path)
    .filter((path) => !/^(?:handbook\.yml|package\.json|\.gitignore)$/.test(path))
  expect(own).toEqual(pipelinePaths[host])
})

it.each(hosts)('never runs a Whybook that is not pinned on %s, and installs without scripts of packages', (host) => {
  for (const { text } of planSetup(foundIn(), answers({ host })).files) {
    for (const [call] of text.matchAll(/npx[^\n]*?whybook/g)) expect(call).toBe('npx --no -- whybook')
    for (const [call] of text.matchAll(/npm (?:ci|install)[^\n&]*/g))
      expect(call.trim()).toBe('npm ci --ignore-scripts')
  }
})

it('gives proposals no cache, no token that writes and no secrets', () => {
  const gitlab = parse(textOf('gitlab', '.gitlab-ci.yml'))
  expect(gitlab['check handbook'].cache).toEqual([])
  for (const [host, path] of [
    ['github', '.github/workflows/handbook.yml'],
    ['forgejo', '.forgejo/workflows/handbook.yml'],
  ] as const) {
    const text = textOf(host, path)
    const { jobs, on } = parse(text)
    const used = jobs.check.steps.map(({ uses = '' }) => uses).join(' ')
    expect(used).not.toContain('cache')
    expect(jobs.check.steps[0].with['persist-credentials']).toBe(false)
    expect(jobs.check.permissions).toBeUndefined()
    expect(on).not.toHaveProperty('pull_request_target')
    expect(text).not.toContain('secrets.')
  }
  expect(textOf('netlify', 'netlify.toml').match(/check --untrusted && .*build .*--untrusted/g)).toHaveLength(2)
})
