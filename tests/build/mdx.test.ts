import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { repo } from '../kit/repo.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'
import { build, filesOf } from './kit.ts'

// It builds a whole site in a process of its own.
vi.setConfig({ testTimeout: 300_000 })

test('a home page and other pages that are code run, and show none of it', async () => {
  const handbook = await repo({
    'handbook.yml': 'mdx: [/]\n',
    'data.json': '{ "people": 42 }',
    'index.mdx': "import data from './data.json'\n\n# Millrace\n\nWe are {data.people} people.\n",
    'team.mdx': "import data from './data.json'\n\n# Team\n\nTwice {data.people * 2}.\n",
    'plain.md': '# Plain\n\nimport nothing\n',
  })
  const out = join(temporaryFolder().path, 'site')
  await build(handbook.path, out)
  const files = filesOf(out)
  const home = files.get('index.html') ?? ''
  expect(home).toContain('We are 42 people.')
  expect(files.get('team/index.html')).toContain('Twice 84.')
  for (const name of ['index.html', 'team/index.html']) expect(files.get(name)).not.toContain('import data')
  expect(files.get('plain/index.html')).toContain('import nothing')
  await handbook.remove()
})
