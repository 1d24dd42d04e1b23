import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { defaultOptions } from '../../src/handbook/default-options.ts'
import { openHandbook } from '../../src/handbook/open.ts'
import { buildSearchIndex } from '../../src/search/build-index.ts'
import { wordsOf } from '../../src/search/handbook-words.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'

const folder = temporaryFolder()
afterAll(() => folder.remove())

const canary = 'zuqlavibb'
const files: Readonly<Record<string, string>> = {
  'handbook.yml': 'folders: { pay: { audience: internal } }',
  'index.md': '# Home\n\nA word of everybody: mallorn. <!-- zuqlavibb -->',
  'draft.md': `---\ndraft: true\nkeywords: [${canary}]\n---\n# ${canary}\n\nThe ${canary} (ZQV) plan.`,
  'internal.md': `---\naudience: internal\n---\n# Layoffs ${canary}\n\n${canary} ${canary}`,
  'pay/scale.md': `# Scale\n\n${canary}`,
  'search.yml': `pinned: [{ question: who gets ${canary}, page: pay/scale.md }]`,
}

/** Everything that the index's files hold, unpacked. */
function textOf(at: string): string {
  return readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
    .map((bytes) => (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('latin1'))
    .join('\n')
}

test('what must not be found stands in no file of the index: drafts, internal pages, questions pinned to them', async () => {
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder.path, 'handbook', name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  const handbook = await openHandbook(join(folder.path, 'handbook'), defaultOptions)
  const site = join(folder.path, 'site')
  await buildSearchIndex(handbook.searchDocuments(), site, { words: wordsOf(handbook).words })
  await handbook.close()
  const text = textOf(site)
  expect(text).toContain('mallorn')
  expect(text).not.toContain(canary)
  expect(text).not.toContain('Layoffs')
})
