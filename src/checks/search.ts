import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Handbook } from '../handbook/handbook.ts'
import type { Finding } from '../model/finding.ts'
import { buildSearchIndex } from '../search/build-index.ts'
import { checkQuestions } from '../search/check-questions.ts'
import { questionsOf, wordsOf } from '../search/handbook-words.ts'

/**
 * What is wrong in `search.yml` and `questions.yml`, and which of its questions the handbook does not answer. They are
 * asked of an index of its own, because what was built last may be another state, or absent.
 */
export async function searchFindings(handbook: Handbook): Promise<readonly Finding[]> {
  const { words, findings: ofWords } = wordsOf(handbook)
  const { questions, findings: ofQuestions } = questionsOf(handbook)
  if (questions.length === 0) return [...ofWords, ...ofQuestions]
  const folder = await mkdtemp(join(tmpdir(), 'whybook-check-'))
  try {
    await buildSearchIndex(handbook.searchDocuments(), folder, { words })
    return [...ofWords, ...ofQuestions, ...(await checkQuestions(folder, questions))]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
