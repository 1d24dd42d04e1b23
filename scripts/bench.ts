/**
 * Times every step of a build on a handbook, with the floor (a bare Astro route over the same files) in the same run.
 *
 * npm run bench -- DIR [--vs 'COMMAND'] [--json]
 *
 * DIR is cloned first, so that it is never written to. COMMAND is run in a shell with the clone as $DIR.
 */

import { execFileSync } from 'node:child_process'
import { appendFileSync, cpSync, existsSync, globSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Cost, measure } from './bench/measure.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { vs: { type: 'string' }, json: { type: 'boolean', default: false } },
})
const [directory] = positionals
if (directory === undefined) {
  console.error("usage: npm run bench -- DIR [--vs 'COMMAND'] [--json]")
  process.exit(2)
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'whybook-bench-'))
const clone = join(folder, 'handbook')
if (existsSync(join(directory, '.git'))) execFileSync('git', ['clone', '-q', resolve(directory), clone])
else cpSync(resolve(directory), clone, { recursive: true })
const out = join(folder, 'dist')
const node = process.execPath
const whybook = [node, here('../bin/whybook.js')]
const build = (...more: string[]) =>
  measure([...whybook, 'build', '--root', clone, '--out', out, '--json', '--quiet', ...more])
const draw = (part: string, ...more: string[]) =>
  measure([node, here('bench/draw.ts'), clone, join(folder, ['draw', part, ...more].join('-')), part, ...more])

interface Row {
  readonly name: string
  readonly cost: Cost
  readonly note: string
}
const rows: Row[] = []
const add = (name: string, cost: Cost, note = ''): Cost => {
  rows.push({ name, cost, note })
  console.error(`  ${name}: ${cost.seconds.toFixed(2)} s`)
  return cost
}

interface Drawn {
  readonly drawn: number
  readonly pages: number
  readonly steps: readonly { readonly step: string; readonly seconds: number; readonly cpuSeconds: number }[]
}
const drawn = (cost: Cost): Drawn => JSON.parse(cost.output) as Drawn

const coldOpen = add('open, cold history index', await draw('none'))
const warmOpen = add('open, warm history index', await draw('none'))
const { pages, steps } = drawn(warmOpen)
for (const adapter of ['native', 'isomorphic']) {
  const history = () => measure([node, here('bench/history.ts'), clone, adapter, join(folder, `history-${adapter}`)])
  add(`history alone, ${adapter}, cold`, await history())
  add(`history alone, ${adapter}, warm`, await history())
}
const content = contentFolder()
const floor = add(
  'floor: bare Astro route over the same files',
  await measure([node, here('bench/floor.ts'), content, join(folder, 'floor')]),
)
const content1 = add('content pages (warm index, no search)', await draw('pages'))
const oneChange = add('one change page: the start alone', await draw('changes', 'one'))
const changes = add('change pages (warm index, no search)', await draw('changes'))
const oneOther = add('one other page: the start alone', await draw('rest', 'one'))
const rest = add('other pages (warm index, no search)', await draw('rest'))
add('search index alone (warm index)', await draw('search'))

rmSync(join(clone, '.whybook'), { recursive: true, force: true })
const cold = add('build, cold: history, pages, search', await build(), size())
const same = add('build, nothing changed', await build())
const [first] = globSync('**/*.md', { cwd: content }).sort()
appendFileSync(join(content, first ?? 'index.md'), '\nA line that the benchmark added.\n')
const one = add('build, one page changed', await build())
// An hour after HEAD: a commit two years later changes what "recent" means on every page.
const headAt = Number(execFileSync('git', ['-C', clone, 'show', '-s', '--format=%ct', 'HEAD'], { encoding: 'utf8' }))
const later = `${headAt + 3600} +0000`
execFileSync(
  'git',
  ['-C', clone, '-c', 'user.name=Bench', '-c', 'user.email=b@example.org', 'commit', '-qam', 'Change'],
  {
    env: { ...process.env, GIT_COMMITTER_DATE: later, GIT_AUTHOR_DATE: later },
  },
)
add('build, one commit more', await build())
add(
  'whybook log PAGE, warm',
  await measure([...whybook, 'log', join(content, first ?? 'index.md'), '--root', clone, '--json']),
)
if (values.vs !== undefined)
  add(`other: ${values.vs}`, await measure([values.vs], { shell: true, env: { DIR: clone } }))

const cpu = (cost: Cost): number => cost.cpuSeconds ?? cost.seconds
const index = globSync('**/*', { cwd: join(clone, '.whybook') })
  .map((file) => ({ file, bytes: statSync(join(clone, '.whybook', file)).size }))
  .filter(({ file }) => /history/.test(file) && !file.includes('/'))
/** CPU milliseconds a page, beyond those of a run that draws fewer: none at all, or one. */
const each = (cost: Cost, fewer: Cost): number =>
  ((cpu(cost) - cpu(fewer)) / Math.max(1, drawn(cost).drawn - drawn(fewer).drawn)) * 1000
const bars = [
  ['content pages / floor (CPU)', cpu(content1) / cpu(floor), 2.5],
  // The whole pass with the histories of blocks, on a machine whose floor takes 4.1 CPU s; 20 where it takes 2.3.
  ['history index cold, CPU s', cpu(coldOpen) - cpu(warmOpen), 36],
  ['change pages, ms CPU each', each(changes, oneChange), 3],
  ['other pages, ms CPU each', each(rest, oneOther), 1.5],
  ['nothing changed / cold (CPU)', cpu(same) / cpu(cold), 0.1],
  ['one page changed / cold (CPU)', cpu(one) / cpu(cold), 1 / 3],
  ['history index, MB', index.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6, 1.6],
] as const

if (values.json) console.log(JSON.stringify({ rows, bars, steps }))
else {
  console.log(`\n${directory}: ${pages} pages\n`)
  console.log(line('step', 'seconds', 'CPU s', 'peak MB', ''))
  for (const { name, cost, note } of rows) {
    console.log(
      line(name, cost.seconds.toFixed(2), cost.cpuSeconds?.toFixed(2) ?? '-', cost.megabytes?.toFixed(0) ?? '-', note),
    )
  }
  console.log('\nsteps of opening with a warm index')
  for (const { step, seconds, cpuSeconds } of steps)
    console.log(line(step, seconds.toFixed(2), cpuSeconds.toFixed(2), '', ''))
  console.log('\nbar                                                      value   allowed')
  for (const [name, value, allowed] of bars) {
    console.log(
      `${name.padEnd(54)} ${value.toFixed(3).padStart(7)}   ${allowed.toFixed(2).padStart(7)}   ${value <= allowed ? 'held' : 'NOT HELD'}`,
    )
  }
  console.log(
    `\nwith the start of Astro and of this process shared out: change pages ${each(changes, warmOpen).toFixed(1)} ms, other pages ${each(rest, warmOpen).toFixed(1)} ms`,
  )
  console.log(`\npages a second, cold: ${(pages / cold.seconds).toFixed(0)}`)
}
rmSync(folder, { recursive: true, force: true })

function line(name: string, ...cells: readonly string[]): string {
  const [seconds = '', cpuSeconds = '', memory = '', note = ''] = cells
  return `${name.padEnd(48)} ${seconds.padStart(8)} ${cpuSeconds.padStart(8)} ${memory.padStart(8)}  ${note}`
}

function contentFolder(): string {
  const text = execFileSync(node, [here('bench/content-folder.ts'), clone], { encoding: 'utf8' })
  return join(clone, text.trim())
}

function size(): string {
  const files = globSync('**/*', { cwd: out, withFileTypes: true }).filter((file) => file.isFile())
  const bytes = files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0)
  return `${files.length} files, ${(bytes / 1e6).toFixed(1)} MB`
}
