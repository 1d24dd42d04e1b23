import { expect, it } from 'vitest'
import { checkHandbook } from '../../src/checks/check-handbook.ts'
import { handbookRepo, open } from '../handbook/open.ts'

it('names what is wrong with file, line and column as an editor counts them', async () => {
  const repo = await handbookRepo({
    'index.md':
      '---\ntitle: Home\nreview: soon\n---\n\nSee [leave](leeve.md).\n\n## Part\n\n#### Too deep\n\n{% hint %}\n',
    'leave.md': '# Leave\n',
  })
  const found = checkHandbook(await open(repo.path)).map(({ ruleId, level, path, line, column }) =>
    [ruleId, level, `${path}:${line}:${column}`].join(' '),
  )
  expect(found.sort()).toEqual([
    'dialect/gitbook warning index.md:12:null',
    'front-matter/value warning index.md:3:1',
    'links/broken warning index.md:6:5',
    'markdown/heading-jump info index.md:10:1',
  ])
})

it('finds nothing in a handbook that is in order', async () => {
  const repo = await handbookRepo({ 'index.md': '# Home\n\n[Leave](leave.md)\n', 'leave.md': '# Leave\n\n## Days\n' })
  expect(checkHandbook(await open(repo.path))).toEqual([])
})
