import { build, check, install, nodeVersion } from './commands.ts'
import type { Pipeline, PipelineParts } from './pipeline.ts'
import { yamlText } from './yaml-text.ts'

/** Major versions of GitHub's actions, as of October 2026. Pages refuses what upload-pages-artifact before 5 made. */
const actions = {
  checkout: 'actions/checkout@v7',
  node: 'actions/setup-node@v7',
  cache: 'actions/cache@v6',
  configure: 'actions/configure-pages@v6',
  upload: 'actions/upload-pages-artifact@v5',
  deploy: 'actions/deploy-pages@v5',
}

/**
 * GitHub Pages. Pull requests run with a token that reads, without secrets and without the cache of what is published;
 * one from a fork is taken as untrusted by Whybook itself.
 *
 * Source: GitHub docs, "Using custom workflows with GitHub Pages", "Workflow syntax for GitHub Actions".
 */
export function github({ branch, out, hasSite }: PipelineParts): Pipeline {
  const source = [
    { uses: actions.checkout, with: { 'fetch-depth': 0, 'persist-credentials': false } },
    { uses: actions.node, with: { 'node-version': Number.parseInt(nodeVersion, 10) } },
  ]
  const checked = {
    if: "github.event_name == 'pull_request'",
    'runs-on': 'ubuntu-latest',
    steps: [...source, { run: install }, { run: check }],
  }
  const publish = {
    if: "github.event_name != 'pull_request' && github.ref_name == github.event.repository.default_branch",
    'runs-on': 'ubuntu-latest',
    permissions: { contents: 'read', pages: 'write', 'id-token': 'write' },
    concurrency: { group: 'pages', 'cancel-in-progress': false },
    environment: { name: 'github-pages', url: expression('steps.deploy.outputs.page_url') },
    steps: [
      ...source,
      { uses: actions.cache, with: cacheOf('.whybook') },
      { uses: actions.configure, id: 'pages' },
      { run: install },
      hasSite
        ? { run: build(out, null) }
        : { run: build(out, '"$SITE"'), env: { SITE: expression('steps.pages.outputs.base_url') } },
      { uses: actions.upload, with: { path: out } },
      { uses: actions.deploy, id: 'deploy' },
    ],
  }
  const text = yamlText(
    `Checks pull requests and publishes the handbook on GitHub Pages.
fetch-depth 0 is the whole history: with less, pages lose their reasons.`,
    {
      name: 'Handbook',
      on: { push: { branches: [branchPattern(branch)] }, pull_request: null, workflow_dispatch: null },
      permissions: { contents: 'read' },
      jobs: { check: checked, publish },
    },
    [[], ['jobs']],
  )
  return {
    files: [{ path: '.github/workflows/handbook.yml', text }],
    next: ['On GitHub, choose “GitHub Actions” as the source under Settings > Pages.'],
  }
}

/** An expression that GitHub and Forgejo put a value in for. */
export function expression(text: string): string {
  return `\${{ ${text} }}`
}

/** Settings of the cache action: the newest one is taken, and each run leaves its own. */
export function cacheOf(path: string): object {
  return { path, key: `whybook-${expression('github.sha')}`, 'restore-keys': 'whybook-' }
}

/** A branch as a pattern that is that branch alone: of the signs of patterns, git allows `+` and `!` in a name. */
export function branchPattern(branch: string): string {
  return branch.replace(/[+!]/g, (sign) => `\\${sign}`)
}
