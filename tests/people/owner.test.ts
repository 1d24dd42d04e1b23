import { expect, test } from 'vitest'
import { folderRules } from '../../src/content/folder-rules.ts'
import type { RepoPath } from '../../src/model/ids.ts'
import { readCodeOwners } from '../../src/people/code-owners.ts'
import { ownerOf } from '../../src/people/owner.ts'

const path = (text: string) => text as RepoPath
const rules = folderRules({ folders: { policies: { owner: 'legal' }, drafts: { kind: 'page' } } }, path('content'))
const codeOwners = readCodeOwners('* @ana @acme/people\n/private/ ana@example.org\n')

test('asks the front matter, then the folder rule, then the code owners', () => {
  const page = path('content/policies/leave.md')
  expect(ownerOf(page, { owner: 'people-team' }, rules, codeOwners)).toBe('people-team')
  expect(ownerOf(page, {}, rules, codeOwners)).toBe('legal')
  expect(ownerOf(path('content/drafts/x.md'), {}, rules, codeOwners)).toBe('ana, acme/people')
  expect(ownerOf(path('private/x.md'), {}, rules, codeOwners)).toBeNull()
  expect(ownerOf(path('x.md'), {}, rules, null)).toBeNull()
})

test.each([
  ['@ana', 'ana'],
  ['Ana Lima <ana@example.org>', 'Ana Lima'],
  ['ana.lima@example.org', 'ana.lima'],
  ['ana@intern, @acme/bo', 'ana, acme/bo'],
  ['  ', 'legal'],
  ['<ana@example.org>', 'legal'],
])('shows the owner %s without an e-mail address', (written, shown) => {
  expect(ownerOf(path('policies/x.md'), { owner: written }, rules, null)).toBe(shown)
})
