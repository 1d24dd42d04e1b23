import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkHandbook } from '../../src/checks/check-handbook.ts'
import { checkPage } from '../../src/checks/check-page.ts'
import { withheldPages } from '../../src/checks/withheld.ts'
import type { Finding } from '../../src/model/finding.ts'
import type { RepoPath } from '../../src/model/ids.ts'
import { handbookRepo, open } from '../handbook/open.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'

it('names what is wrong with file, line and column as an editor counts them', async () => {
  const repo = await handbookRepo({
    'index.md':
      '---\ntitle: Home\nreview: soon\n---\n\nSee [leave](leeve.md).\n\n## Part\n\n#### Too deep\n\n{% frobnicate %}\n',
    'leave.md': '# Leave\n',
  })
  const found = checkHandbook(await open(repo.path)).map(({ ruleId, level, path, line, column }) =>
    [ruleId, level, `${path}:${line}:${column}`].join(' '),
  )
  expect(found.sort()).toEqual([
    'dialect/liquid warning index.md:12:null',
    'front-matter/value warning index.md:3:1',
    'links/broken warning index.md:6:5',
    'markdown/heading-jump info index.md:10:1',
  ])
})

it('finds nothing in a handbook that is in order', async () => {
  const repo = await handbookRepo({ 'index.md': '# Home\n\n[Leave](leave.md)\n', 'leave.md': '# Leave\n\n## Days\n' })
  expect(checkHandbook(await open(repo.path))).toEqual([])
})

it('finds an error where there is nothing to publish', async () => {
  const nothing = await open(temporaryFolder().path)
  expect(checkHandbook(nothing)).toMatchObject([{ ruleId: 'pages/none', level: 'error', path: null }])
})

it('tells pages that are withheld because of a fault from those that their authors keep back', async () => {
  const repo = await handbookRepo({
    'index.md': '---\nreview: soon\n---\n# Home\n',
    'draft.md': '---\ndraft: true\nreview: soon\n---\n# Draft\n',
    'broken.md': '---\ntitle: Leave: how\ndraft: perhaps\n---\n# Broken\n',
    'code.mdx': '# Code\n',
  })
  expect(withheldPages(await open(repo.path)).map(({ path, line, ruleId }) => [path, line, ruleId])).toEqual([
    ['broken.md', 2, 'front-matter/yaml'],
    ['code.mdx', null, 'pages/mdx'],
  ])
})

it('finds what is wrong in a page that was saved, also while the rest is not read again', async () => {
  const repo = await handbookRepo({
    'index.md': '# Home\n\n[Leave](leave.md)\n\n{{ token }}\n',
    'leave.md': '# Leave\n\n[Nothing](nothing.md)\n',
  })
  const handbook = await open(repo.path)
  const path = 'index.md' as RepoPath
  const save = async (text: string): Promise<readonly string[]> => {
    writeFileSync(join(repo.path, path), text)
    await handbook.refreshFile(join(repo.path, path))
    return checkPage(handbook, path).map(({ ruleId, line }) => `${ruleId}:${line}`)
  }
  expect(await save('# Home\n\n[Leave](leeve.md)\n\n### Deep\n')).toEqual(['links/broken:3', 'markdown/heading-jump:5'])
  expect(handbook.findings.find((each) => each.path === path)?.reason).toContain('Did you mean “leave.md”?')
  expect(await save('# Home\n\n[Leave](leave.md)\n')).toEqual([])
  expect(checkPage(handbook, 'leave.md' as RepoPath)).toMatchObject([{ ruleId: 'links/broken' }])
  expect(await save('---\ntitle: a: b\n---\n')).toEqual(['front-matter/yaml:2'])
})

it('counts no reason that was added later and no navigation among the pages that are withheld', () => {
  const error = (path: string) => ({ path, ruleId: 'front-matter/yaml', level: 'error' }) as unknown as Finding
  const paths = ['reasons/0123456789ab.md', 'SUMMARY.md', 'a/_sidebar.md', 'a.html.md', 'a.png', 'reasons/page.md']
  expect(withheldPages({ pages: [], findings: paths.map(error) }).map(({ path }) => path)).toEqual([
    'a.html.md',
    'reasons/page.md',
  ])
})
