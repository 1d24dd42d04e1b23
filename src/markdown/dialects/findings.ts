import type { DialectName } from '../../model/dialect-names.ts'
import type { Level } from '../../model/finding.ts'
import { visible } from '../../text/visible.ts'
import { TAG_DIALECTS } from './all.ts'
import type { Inclusions, Problem } from './includes.ts'
import { lineOf, lineStarts } from './places.ts'
import type { Use } from './stage.ts'

interface Said {
  readonly rule: string
  readonly level: Level
  readonly reason: string
  readonly line: number | null
}

const PROBLEMS: Readonly<Record<Problem, string>> = {
  missing: 'is not in the repository',
  withheld: 'is not published',
  refused: 'may not be put into a page',
  cycle: 'includes itself',
  limit: 'is left out: a page may include 200 files and a million characters, ten inside each other',
}

/** What a page uses that could only be shown as text, one finding a language; and what it includes in vain. */
export function dialectFindings(body: string, uses: readonly Use[], inclusions: Inclusions): Said[] {
  const said: Said[] = []
  const own = new Set(uses)
  for (const [name, all] of Map.groupBy([...uses, ...inclusions.uses], (use) => use.name)) {
    const [first] = all
    const isOwn = first !== undefined && own.has(first)
    const reason = `This page uses ${whatOf(name)} that Whybook does not know (${samples(all)}); they are shown as plain text.`
    said.push({ rule: `dialect/${name}`, level: 'warning', reason, line: isOwn ? first.line : null })
  }
  const starts = lineStarts(body)
  for (const [problem, all] of Map.groupBy(inclusions.problems, (each) => each.problem)) {
    const names = [...new Set(all.map(({ written }) => written))]
    const at = body.indexOf(names[0] ?? '')
    const more = names.length > 1 ? ` and ${names.length - 1} more` : ''
    const reason = `The included file “${visible((names[0] ?? '').slice(0, 200))}”${more} ${PROBLEMS[problem]}.`
    said.push({ rule: `includes/${problem}`, level: 'warning', reason, line: at === -1 ? null : lineOf(starts, at) })
  }
  return said
}

/** The first tag of each name, at most three, and how many there are besides. */
function samples(uses: readonly Use[]): string {
  const byName = Map.groupBy(uses, ({ sample }) => /[\w/@.:-]+/.exec(sample)?.[0] ?? sample)
  const shown = [...byName.values()].slice(0, 3).flatMap(([first]) => (first === undefined ? [] : [first.sample]))
  const texts = shown.map((sample) => `\`${visible((sample.split('\n')[0] ?? '').slice(0, 60)).replaceAll('`', "'")}\``)
  const more = uses.length - shown.length
  return `${texts.join(', ')}${more > 0 ? ` and ${more} more` : ''}`
}

function whatOf(name: DialectName): string {
  return TAG_DIALECTS.find((dialect) => dialect.name === name)?.what ?? name
}
