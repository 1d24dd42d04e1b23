import type { Finder } from './find.ts'
import type { Hit } from './hit.ts'

const most = 3
/** Share of the question that something beside the pages must have: it is no answer, and need not be there. */
const enough = 0.6

/**
 * What an index beside that of the pages has on a question: the few that have most of it, best first. It is asked once
 * the pages stand there, and shown below them under a heading of its own, so that nothing of it is taken for a rule.
 */
export async function besideHits(finder: Finder, query: string, asTyped = false): Promise<readonly Hit[]> {
  const found = await finder.find(query, { kind: null, folder: null }, asTyped)
  const { answers, ranked, unknown } = found.answered
  const known = answers.length / Math.max(1, answers.length + unknown.length)
  const having = new Set(ranked.flatMap(({ id, covered }) => (covered * known >= enough ? [id] : [])))
  return (await found.hits(0)).filter(({ id }) => having.has(id)).slice(0, most)
}
