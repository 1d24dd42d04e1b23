import { describe, expect, it } from 'vitest'
import { childEnvironment } from '../../src/build/child-environment.ts'
import { trustOf } from '../../src/cli/trust.ts'

const pull = (head: string | null) => () => ({
  pull_request: {
    head: { repo: head === null ? null : { full_name: head } },
    base: { repo: { full_name: 'millrace/handbook' } },
  },
})
const nobody = { untrusted: false }

describe('trust', () => {
  it('is the default at home', () => {
    expect(trustOf(nobody, {}).isTrusted).toBe(true)
  })

  it('is taken away by --untrusted', () => {
    expect(trustOf({ untrusted: true }, {}).isTrusted).toBe(false)
  })

  it.each([
    ['branch', { CI_PROJECT_ID: '7' }, true],
    ['own', { CI_PROJECT_ID: '7', CI_MERGE_REQUEST_PROJECT_ID: '7', CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '7' }, true],
    ['fork', { CI_PROJECT_ID: '7', CI_MERGE_REQUEST_PROJECT_ID: '7', CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '9' }, false],
    [
      'fork, run in the fork',
      { CI_PROJECT_ID: '9', CI_MERGE_REQUEST_PROJECT_ID: '7', CI_MERGE_REQUEST_SOURCE_PROJECT_ID: '9' },
      false,
    ],
  ])('of a GitLab pipeline for a merge request (%s)', (_, environment, isTrusted) => {
    expect(trustOf(nobody, environment).isTrusted).toBe(isTrusted)
  })

  it.each([
    ['push', {}, pull('millrace/handbook'), true],
    ['pull_request', {}, pull('millrace/handbook'), true],
    ['pull_request', {}, pull('someone/handbook'), false],
    ['pull_request_target', {}, pull('someone/handbook'), false],
    ['pull_request', {}, pull(null), false],
    ['pull_request', {}, () => null, false],
    ['pull_request', { GITHUB_REPOSITORY: 'millrace/handbook' }, () => ({}), false],
  ])('of a GitHub workflow for %s %j', (name, more, readEvent, isTrusted) => {
    expect(trustOf(nobody, { GITHUB_EVENT_NAME: name, ...more }, readEvent).isTrusted).toBe(isTrusted)
  })

  it('says why it is missing and where the configuration comes from', () => {
    const trust = trustOf(nobody, { GITHUB_EVENT_NAME: 'pull_request', GITHUB_BASE_REF: 'main' }, pull('someone/x'))
    expect(trust.reason).toBe('The pull request comes from another repository (someone/x).')
    expect(trust.targetBranch).toBe('main')
  })
})

describe('the environment of the process that draws', () => {
  const environment = {
    PATH: '/bin',
    CI_JOB_TOKEN: 'secret',
    NODE_OPTIONS: '--require ./x.js',
    GIT_DIR: '/x',
    LANG: 'C',
  }

  it('has no tokens when what it draws is untrusted', () => {
    expect(childEnvironment(environment, true)).toEqual({ PATH: '/bin', LANG: 'C', ASTRO_TELEMETRY_DISABLED: '1' })
  })

  it('never passes on options that change what Node runs', () => {
    const passed = childEnvironment({ ...environment, NODE_ENV: 'development' }, false)
    expect(passed).not.toHaveProperty('NODE_OPTIONS')
    expect(passed).not.toHaveProperty('NODE_ENV')
  })
})
