import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { defaultOptions } from '../../src/handbook/default-options.ts'
import type { Handbook } from '../../src/handbook/handbook.ts'
import { openHandbook } from '../../src/handbook/open.ts'
import type { RepoPath } from '../../src/model/ids.ts'
import type { Page } from '../../src/model/page.ts'
import { buildSearchIndex } from '../../src/search/build-index.ts'
import { checkQuestions } from '../../src/search/check-questions.ts'
import { explainSearch } from '../../src/search/explain.ts'
import { questionsOf, wordsOf } from '../../src/search/handbook-words.ts'
import { searchIndex } from '../../src/search/search-index.ts'
import { repo } from '../kit/repo.ts'
import { millrace } from './documents.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'whybook-words-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let number = 0
/** A handbook with the pages of {@link millrace} and these files beside them. */
function handbook(
  files: Readonly<Record<string, string>>,
): Pick<Handbook, 'root' | 'contentRoot' | 'searchFiles' | 'pages' | 'newPage'> {
  number += 1
  const root = join(folder, `handbook-${number}`)
  mkdirSync(join(root, 'content'), { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text)
  const pages = millrace.map(({ route, path, title }) => ({ route, path, title }) as Page)
  return { root, contentRoot: 'content' as RepoPath, searchFiles: null, pages, newPage: null }
}

async function site(files: Readonly<Record<string, string>>): Promise<string> {
  const own = handbook(files)
  const out = join(own.root, 'dist')
  await buildSearchIndex(millrace, out, { words: wordsOf(own).words })
  return out
}

describe('search.yml', () => {
  test('teaches words, leaves groups out and pins a page to a question', async () => {
    const out = await site({
      'content/search.yml': [
        'synonyms: [[cloth, lump sum]]',
        'without: [maternity]',
        'words: [where]',
        'pinned: [{ question: Where do I sleep?, page: people/on-call.md }]',
      ].join('\n'),
    })
    const first = async (words: string) => (await searchIndex(out, words)).map(({ route }) => route)
    expect(await first('cloth')).toEqual(['/decisions/3/'])
    expect(await first('maternity')).toEqual([])
    expect((await first('where do I sleep'))[0]).toBe('/people/on-call/')
  })

  test.each([
    ['synonyms: [[one]]', 1],
    ['\nsynonyms:\n  - [a, 3]', 3],
    ['stopWords: [a]\nunknown: 1', 1],
    ['pinned: [{ question: a }]', 1],
    ['synonyms: [["a|b", c]]', 1],
    ['a: [', 1],
    ['stopWords: &a [x]\nwords: *a', 2],
    [`stopWords: [${'x, '.repeat(100_000)}]`, 1],
    ['stopWords: [__proto__]\n__proto__: {}', 1],
  ])('with a fault says where, and teaches nothing: %#', (text, line) => {
    const { words, findings } = wordsOf(handbook({ 'search.yml': text }))
    expect(findings[0]).toMatchObject({ ruleId: 'search/file', path: 'search.yml', line })
    expect(words.stop).toEqual([])
  })

  test('names the line of a page that is not there, and publishes nothing of its question', () => {
    const text = 'pinned:\n  - question: secret question\n    page: people/secret.md'
    const { words, findings } = wordsOf(handbook({ 'search.yml': text }))
    expect(findings[0]).toMatchObject({ ruleId: 'search/unknown-page', line: 3 })
    expect(JSON.stringify(words)).not.toContain('secret question')
  })

  test('that is a link is not followed', () => {
    const own = handbook({})
    writeFileSync(join(folder, 'elsewhere.yml'), 'stopWords: [x]')
    symlinkSync(join(folder, 'elsewhere.yml'), join(own.root, 'search.yml'))
    expect(wordsOf(own).findings[0]?.reason).toContain('plain file')
  })
})

describe('questions.yml', () => {
  test('is asked, and each miss names what came instead and what was lacking', async () => {
    const own = handbook({
      'questions.yml': [
        '- { question: travel allowance, page: money/travel.md }',
        '- { question: lump sabbatical, page: people/leave.md }',
        '- { question: nothing, page: no.md }',
      ].join('\n'),
    })
    const out = join(own.root, 'dist')
    await buildSearchIndex(millrace, out)
    const { questions, findings } = questionsOf(own)
    expect(findings[0]).toMatchObject({ ruleId: 'search/unknown-page', line: 3 })
    const missed = await checkQuestions(out, questions)
    expect(missed.map(({ path, line, level }) => [path, line, level])).toEqual([['questions.yml', 2, 'error']])
    expect(missed[0]?.reason).toContain('“Parental leave” is not found')
    expect(missed[0]?.reason).toMatch(/lump" & sum.*lacks “sabbatical”, “lump”/)
  })

  test('that is no list says so', () => {
    expect(questionsOf(handbook({ 'questions.yml': 'a: 1' })).findings[0]).toMatchObject({ ruleId: 'search/file' })
  })
})

test('the place of a result is explained by what each word gave', async () => {
  const out = await site({})
  const [first] = await explainSearch(out, 'maternity trvael')
  expect(first?.covered).toBeGreaterThan(0)
  expect(first?.terms.length).toBeGreaterThan(0)
  const kinds = (await explainSearch(out, 'trvael')).flatMap(({ terms }) => terms.map(({ kind, as }) => [kind, as]))
  expect(kinds).toContainEqual(['spelling', 'travel'])
})

test('what an untrusted person proposed has the words and questions of the target branch', async () => {
  const proposed = await repo({
    'index.md': '# Home\n\nHello.\n',
    'search.yml': 'stopWords: [agreed]\n',
    'questions.yml': '- { question: hello, page: index.md }\n',
  })
  writeFileSync(join(proposed.path, 'search.yml'), 'stopWords: [proposed]\n')
  rmSync(join(proposed.path, 'questions.yml'))
  const handbook = await openHandbook(proposed.path, { ...defaultOptions, trusted: false })
  try {
    expect(wordsOf(handbook).words.stop).toEqual(['agreed'])
    expect(questionsOf(handbook).questions.map(({ question }) => question)).toEqual(['hello'])
  } finally {
    await handbook.close()
    await proposed.remove()
  }
})
