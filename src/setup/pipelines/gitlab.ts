import { build, check, install, nodeVersion } from './commands.ts'
import type { Pipeline, PipelineParts } from './pipeline.ts'
import { yamlText } from './yaml-text.ts'

/**
 * GitLab Pages. A merge request from a fork runs in the fork, without the secrets of this project, and Whybook takes
 * it as untrusted by itself.
 *
 * Source: GitLab docs, "GitLab Pages", "CI/CD YAML syntax reference" (`pages.publish`, since 17.9).
 */
export function gitlab({ out, hasSite }: PipelineParts): Pipeline {
  const job = { image: `node:${nodeVersion}`, variables: { GIT_DEPTH: '0' } }
  const pages = {
    stage: 'deploy',
    ...job,
    ...(out === 'public' ? {} : { pages: { publish: out } }),
    cache: { key: 'whybook-published', paths: ['.whybook/'] },
    script: [install, build(out, hasSite ? null : '"$CI_PAGES_URL"')],
    artifacts: { paths: [out] },
    rules: [{ if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' }],
  }
  const checked = {
    stage: 'test',
    ...job,
    cache: [],
    script: [install, check],
    rules: [{ if: '$CI_PIPELINE_SOURCE == "merge_request_event"' }],
  }
  const text = yamlText(
    `Checks merge requests and publishes the handbook on GitLab Pages.
GIT_DEPTH 0 is the whole history: with less, pages lose their reasons.`,
    { pages, 'check handbook': checked },
  )
  return {
    files: [{ path: '.gitlab-ci.yml', text }],
    next: ['Who may read the site is set on GitLab under Settings > General > Visibility > Pages.'],
  }
}
