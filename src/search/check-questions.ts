import { join } from 'node:path'
import { type Finding, finding } from '../model/finding.ts'
import { indexFolder } from './build-index.ts'
import type { OwnQuestion } from './handbook-words.ts'
import { withIndex } from './open-index.ts'
import { type Finder, finderOf } from './query/find.ts'
import type { Hit } from './query/hit.ts'

const enough = 3
/** Tens of results that are looked through to say where the page is. */
const mostTens = 5

/**
 * Asks a built site the questions that a handbook must answer.
 *
 * @param outDir - folder that `whybook build` wrote into
 * @returns a finding for each question that has none of its pages in the first three: what came instead, and which
 *   words the page lacks
 * @throws {WhybookError} `search/no-index`, `search/unreadable`
 */
export async function checkQuestions(outDir: string, questions: readonly OwnQuestion[]): Promise<readonly Finding[]> {
  if (questions.length === 0) return []
  return withIndex(join(outDir, indexFolder), async (engine) => {
    const finder = finderOf(engine)
    const findings: Finding[] = []
    for (const question of questions) {
      const missed = await missedBy(finder, question)
      if (missed === null) continue
      const { path, line } = question
      findings.push(finding('search/missed', 'error', missed, { path, line, column: null }))
    }
    return findings
  })
}

async function missedBy(finder: Finder, { question, pages }: OwnQuestion): Promise<string | null> {
  const found = await finder.find(question, { kind: null, folder: null })
  const routes = new Set<string>(pages.map(({ route }) => route))
  const first = await found.hits(0)
  if (first.slice(0, enough).some(({ route }) => routes.has(route))) return null
  let hit: Hit | undefined
  let place = 0
  for (let ten = 0; ten < mostTens && hit === undefined; ten += 1) {
    const hits = ten === 0 ? first : await found.hits(ten)
    const at = hits.findIndex(({ route }) => routes.has(route))
    hit = hits[at]
    place = ten * 10 + at + 1
  }
  const id = hit?.id
  const lacking = found.answered.answers
    .filter(({ readings }) => !readings.some(({ matches }) => matches.some((match) => match.id === id)))
    .map(({ term }) => term.text)
  const words = [...new Set([...found.unknown, ...lacking])].map((word) => `“${word}”`)
  const wanted = pages.map(({ title }) => `“${title}”`).join(' or ')
  const where = hit === undefined ? 'is not found' : `comes in place ${place}`
  const instead = first.slice(0, enough).map(({ title }) => `“${title}”`)
  return [
    `Asked “${question}”, ${wanted} ${where}.`,
    instead.length === 0 ? 'Nothing came instead.' : `First come ${instead.join(', ')}.`,
    words.length === 0 ? 'It has all the words.' : `It lacks ${words.join(', ')}.`,
  ].join(' ')
}
