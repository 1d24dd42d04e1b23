import type { Call, Command } from '../command.ts'
import { cliErrors } from '../errors.ts'
import { findingsJson, placeOf } from '../findings.ts'
import { type Target, targetOf } from '../target.ts'
import { bold, dim } from '../terminal.ts'
import { countOf } from '../words.ts'

export const search: Command = {
  name: 'search',
  words: 'WORDS...',
  count: [0, Number.POSITIVE_INFINITY],
  about: 'Searches the site that was built last, with the words and the order of its own search.',
  // What can be found was decided by the build.
  without: ['audience', 'now', 'untrusted'],
  options: {
    check: { help: 'asks the questions of questions.yml; exit code 1 when one misses its page' },
    explain: { help: 'shows how each result got its place' },
  },
  examples: [
    ['whybook search parental leave', 'in the site of this folder'],
    ['whybook search --out site "expense report"', 'in another one'],
    ['whybook search --check', 'whether the questions of questions.yml find their pages'],
    ['whybook search --json laptop | jq ".results[0].path"', 'for scripts'],
  ],
  run: async (call) => {
    const target = targetOf(call)
    const { out } = target
    if (call.flag('check')) return checkOwn(call, target)
    if (call.words.length === 0) throw cliErrors.needsWords('search', 'WORDS...')
    if (call.flag('explain')) return explain(call, out)
    const { askIndex } = await import('../../search/search-index.ts')
    const { understoodSentence } = await import('../../search/query/understood.ts')
    const { results, understood, changes } = await askIndex(out, call.words.join(' '))
    const { terminal } = call
    if (call.flag('json')) {
      terminal.json({ schema: 1, results, changes })
      return 0
    }
    for (const each of understood) terminal.say(understoodSentence(each))
    for (const result of results) {
      const status = result.status === null ? '' : ` (${result.status})`
      terminal.answer(bold(result.title), status, result.section === null ? '' : dim(` › ${result.section}`))
      terminal.answer(`  ${result.path}`)
      if (result.excerpt !== '') terminal.answer(dim(`  ${result.excerpt.replaceAll(/\s+/g, ' ').trim()}`))
    }
    if (results.length === 0) terminal.answer('No page has these words.')
    if (changes.length > 0) terminal.answer('\nChanges with a reason')
    for (const { title, route, excerpt } of changes) {
      terminal.answer(`  ${title}  `, dim(route))
      if (excerpt !== '') terminal.answer(dim(`  ${excerpt.replaceAll(/\s+/g, ' ').trim()}`))
    }
    return 0
  },
}

async function checkOwn({ flag, terminal }: Call, { root, out, open }: Target): Promise<number> {
  const { openHandbook } = await import('../../handbook/open.ts')
  const { questionsOf, wordsOf } = await import('../../search/handbook-words.ts')
  const { checkQuestions } = await import('../../search/check-questions.ts')
  const handbook = await openHandbook(root, { ...open, onProgress: () => {} })
  try {
    const { questions, findings: ofFile } = questionsOf(handbook)
    const missed = await checkQuestions(out, questions)
    const findings = [...wordsOf(handbook).findings, ...ofFile, ...missed]
    if (flag('json')) terminal.json({ schema: 1, asked: questions.length, findings: findingsJson(findings) })
    else {
      for (const found of findings) terminal.answer(bold(placeOf(found)), `  ${found.reason}`)
      const found = questions.length - missed.length
      terminal.answer(`${found} of ${countOf(questions.length, 'question')} found their page in the first three.`)
    }
    return findings.some(({ level }) => level === 'error') ? 1 : 0
  } finally {
    await handbook.close()
  }
}

async function explain({ words, flag, terminal }: Call, out: string): Promise<number> {
  const { explainSearch } = await import('../../search/explain.ts')
  const results = await explainSearch(out, words.join(' '))
  if (flag('json')) {
    terminal.json({ schema: 1, results })
    return 0
  }
  for (const { path, title, score, words: fromWords, covered, isPinned, isPast, terms } of results) {
    terminal.answer(bold(title), `  ${score.toFixed(2)}`, dim(`  ${path}`))
    const notes = [isPinned ? 'pinned to this question' : null, isPast ? 'no longer counts: × 0.6' : null]
    terminal.answer(
      dim(
        `  ${fromWords.toFixed(2)} from its words, which are ${Math.round(covered * 100)} % of the question; the rest from its title`,
      ),
    )
    for (const note of notes) if (note !== null) terminal.answer(dim(`  ${note}`))
    for (const { term, as, kind, gave } of terms) {
      terminal.answer(`    ${gave.toFixed(2).padStart(6)}  ${term}${as === term ? '' : ` as “${as}” (${kind})`}`)
    }
  }
  if (results.length === 0) terminal.answer('No page has these words.')
  return 0
}
