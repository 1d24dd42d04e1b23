import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { workFolder } from '../../src/build/work-folder.ts'
import { buildSummary } from '../../src/cli/build-summary.ts'
import type { Finding } from '../../src/model/finding.ts'
import { type Repo, repo } from '../kit/repo.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'
import { build } from './kit.ts'

// Each builds whole sites in processes of their own.
vi.setConfig({ testTimeout: 300_000 })

let handbook: Repo
afterEach(() => handbook.remove())

/** The summary as somebody in the folder of the handbook sees it, without colours. */
function summaryOf(built: Parameters<typeof buildSummary>[0]): string {
  const lines = buildSummary(built, 1, { here: built.root, program: 'npx whybook' })
  return lines.map((line) => line.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('')).join('\n')
}

it('a build says which page is withheld, where, and why, and says it again when nothing changed', async () => {
  handbook = await repo({ 'index.md': '# Home\n', 'leave.md': '---\ntitle: Leave: how\n---\n# Leave\n' })
  const out = join(temporaryFolder().path, 'site')
  const built = await build(handbook.path, out)
  expect(built.withheld).toMatchObject([{ path: 'leave.md', line: 2 }])
  const line = /\n {2}1 page withheld: leave\.md:2:8 A value that holds a colon and a blank has to stand in quotes/
  expect(summaryOf(built)).toMatch(line)
  expect(summaryOf(built)).toContain('1 error. They are listed by:  npx whybook check\n')
  const again = await build(handbook.path, out)
  expect(again.isUnchanged).toBe(true)
  expect(summaryOf(again)).toMatch(line)
  const many = Array.from({ length: 22 }, (_, number) => ({ ...built.withheld[0], path: `${number}.md` })) as Finding[]
  expect(summaryOf({ ...built, withheld: many })).toMatch(
    /22 pages withheld:\n +0\.md:2:8 .*\n(?: .*\n){19} +and 2 others, named by: {2}npx whybook check\n/,
  )
})

it('a build whose only page is withheld says that, and not that there is none', async () => {
  handbook = await repo({ 'index.md': '---\ntitle: Leave: how\n---\n# Leave\n' })
  await expect(build(handbook.path, join(temporaryFolder().path, 'site'))).rejects.toMatchObject({
    code: 'build/no-pages',
    message: expect.stringContaining('the only page is withheld'),
    place: { path: 'index.md', line: 2 },
    hint: expect.stringContaining('has to stand in quotes'),
  })
})

it('a site that stands stays published where its manifest, a cache, cannot be put in place', async () => {
  handbook = await repo({ 'index.md': '# Home\n' })
  const out = join(temporaryFolder().path, 'site')
  await build(handbook.path, out)
  const { folder } = await workFolder(handbook.path, out, true)
  rmSync(join(folder, 'pages.json'))
  mkdirSync(join(folder, 'pages.json/in-the-way'), { recursive: true })
  handbook.write({ 'index.md': '# New home\n' })
  await build(handbook.path, out)
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('New home')
})
