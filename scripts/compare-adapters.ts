/**
 * Opens handbooks through both adapters and compares everything that their histories say: changes of each page, reasons,
 * names, redirects, and the index itself, in which lineage and removed text stand.
 *
 * Usage: npm run compare-adapters -- DIR...
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pastRules } from '../src/content/past-rules.ts'
import { openRepository } from '../src/git/open.ts'
import { defaultOptions } from '../src/handbook/default-options.ts'
import { openHandbook } from '../src/handbook/open.ts'
import { readHistory } from '../src/history/read.ts'
import type { History } from '../src/model/history.ts'
import type { RepoPath } from '../src/model/ids.ts'

type Adapter = 'native' | 'isomorphic'

const directories = process.argv.slice(2)
if (directories.length === 0) {
  console.error('usage: npm run compare-adapters -- DIR...')
  process.exit(2)
}
const folder = mkdtempSync(join(tmpdir(), 'whybook-adapters-'))
let differences = 0
for (const directory of directories) differences += await compare(directory)
rmSync(folder, { recursive: true, force: true })
process.exitCode = differences === 0 ? 0 : 1

async function compare(directory: string): Promise<number> {
  const one = await read(directory, 'native')
  const other = await read(directory, 'isomorphic')
  const paths = new Set([...one.pages, ...other.pages])
  const different = [...paths].filter((path) => told(one.history, path) !== told(other.history, path))
  const isSameWhole = whole(one.history) === whole(other.history) && one.findings === other.findings
  const isSameIndex = one.index.equals(other.index)
  const changes = one.history.changes
  const reasons = changes.filter(({ reasoning }) => reasoning !== null).length
  console.log(`${directory}: ${paths.size} pages, ${changes.length} changes, ${reasons} with a reason`)
  console.log(`  pages that differ: ${different.length}`)
  console.log(`  changes, redirects, findings: ${isSameWhole ? 'equal' : 'DIFFERENT'}`)
  console.log(`  index of ${one.index.length} bytes: ${isSameIndex ? 'equal' : 'DIFFERENT'}`)
  for (const { adapter, seconds } of [one, other]) {
    console.log(`  ${adapter}: ${seconds.cold.toFixed(2)} s, with its index ${seconds.warm.toFixed(2)} s`)
  }
  for (const path of different.slice(0, 10)) console.log(`  differs: ${path}`)
  return different.length + Number(!isSameWhole) + Number(!isSameIndex)
}

async function read(directory: string, adapter: Adapter) {
  const indexFile = join(folder, `${adapter}-${directories.indexOf(directory)}`)
  const cold = await reading(directory, adapter, indexFile)
  const warm = await reading(directory, adapter, indexFile)
  if (whole(cold.history) !== whole(warm.history)) throw new Error(`${adapter} says something else from its index`)
  const handbook = await openHandbook(directory, { ...defaultOptions, git: adapter })
  const pages = handbook.pages.map(({ path }) => path)
  const findings = JSON.stringify([cold.findings, handbook.findings])
  await handbook.close()
  return {
    ...{ adapter, history: cold.history, findings, pages, index: readFileSync(indexFile) },
    seconds: { cold: cold.seconds, warm: warm.seconds },
  }
}

async function reading(directory: string, adapter: Adapter, indexFile: string) {
  const started = performance.now()
  const repository = await openRepository(directory, { adapter })
  if ('absent' in repository) throw new Error(repository.absent)
  const head = await repository.head()
  const mailmap = head === null ? null : await repository.file(head, '.mailmap' as RepoPath)
  const { history, findings } = await readHistory(repository, {
    ...{ indexFile, readRules: async () => pastRules },
    mailmap: mailmap === null ? null : new TextDecoder().decode(mailmap),
  })
  await repository.close()
  return { history, findings, seconds: (performance.now() - started) / 1000 }
}

function told(history: History, path: RepoPath): string {
  return JSON.stringify([history.changesOf(path), history.namesOf(path)])
}

function whole(history: History): string {
  const { head, headAt, complete, startsAt, absent, changes, moved } = history
  return JSON.stringify([head, headAt, complete, startsAt, absent, changes, [...moved]])
}
