/**
 * Prints what both adapters say of each repository of the tests' zoo, as a table: npm run zoo
 */

import { visible } from '../src/text/visible.ts'
import { see } from '../tests/kit/zoo/outcome.ts'
import { type Animal, type Outcome, zoo } from '../tests/kit/zoo.ts'

const counts = new Map<string, number>()

for (const animal of zoo) {
  const directory = await animal.make()
  for (const adapter of ['native', 'isomorphic'] as const) {
    const { outcome } = await see(directory, adapter, pagesOf(animal))
    const kind = kindOf(outcome)
    counts.set(`${adapter}: ${kind}`, (counts.get(`${adapter}: ${kind}`) ?? 0) + 1)
    console.log(`${animal.name.padEnd(50)} ${adapter.padEnd(11)} ${visible(inWords(outcome))}`)
  }
}
console.log(`\n${zoo.length} repositories`)
for (const [kind, count] of [...counts].sort()) console.log(`${kind.padEnd(40)} ${count}`)

function pagesOf({ expected }: Animal): readonly string[] {
  return 'pages' in expected ? Object.keys(expected.pages) : ['a.md']
}

function kindOf(outcome: Outcome): string {
  if ('error' in outcome) return outcome.error === 'git/needs-git' ? 'needs git, by name' : 'named error'
  if ('absent' in outcome) return 'no history, with its reason'
  return (outcome.findings ?? []).length > 0 ? 'history with a finding' : 'history'
}

function inWords(outcome: Outcome): string {
  if ('error' in outcome) return outcome.error
  if ('absent' in outcome) return `no history: ${outcome.absent}`
  const pages = Object.entries(outcome.pages).map(
    ([path, changes]) => `${shortened(path)}: ${changes.join(' < ') || 'none'}`,
  )
  return [...(outcome.findings ?? []), ...pages].join('; ').slice(0, 200)
}

function shortened(path: string): string {
  return path.length > 30 ? `${path.slice(0, 10)}...${path.slice(-10)}` : path
}
