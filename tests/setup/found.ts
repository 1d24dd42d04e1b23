import type { RepoPath } from '../../src/model/ids.ts'
import type { Answers, Found } from '../../src/setup/found.ts'

/** What a survey finds in a repository with a page and nothing else, with what a test wants of it. */
export function foundIn(files: Readonly<Record<string, string>> = {}, more: Partial<Found> = {}): Found {
  return {
    root: '/repo',
    branch: 'main',
    remote: null,
    host: null,
    content: '' as RepoPath,
    pages: 1,
    name: 'repo',
    existing: new Map(Object.entries(files).map(([path, text]) => [path, { text }])),
    taken: new Set(),
    version: '0.1.0',
    ...more,
  }
}

export function answers(more: Partial<Answers> = {}): Answers {
  return { host: 'gitlab', name: 'Millrace', content: null, site: null, spec: '0.1.0', ...more }
}
