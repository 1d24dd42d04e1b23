import { join, sep } from 'node:path'
import { withheldPages } from '../checks/withheld.ts'
import type { Handbook, RouteKey } from '../handbook/handbook.ts'
import type { Route } from '../model/ids.ts'
import { indexFolder } from '../search/build-index.ts'
import { changeRecords } from '../search/change-records.ts'
import { wordsOf } from '../search/handbook-words.ts'
import { buildSideIndex, sideFolder } from '../search/side-index.ts'
import { type KeptIndex, keepSearchIndex } from '../search/update/keep-index.ts'
import { activityWriter } from './activity-file.ts'
import { type Drawn, drawSite } from './draw-site.ts'
import { buildErrors } from './errors.ts'
import { madePieces, sizeOf } from './made-pieces.ts'
import { type LastOutput, type MadePiece, type Manifest, nothing, readLastOutput, writeManifest } from './manifest.ts'
import { codeKey } from './mdx-inputs.ts'
import type { Job, Message, Outcome } from './messages.ts'
import { outcomeOf } from './outcome.ts'
import { type Piece, piecesOf } from './pieces.ts'
import { type Plan, planOf } from './plan.ts'
import { repositoryOf } from './probe.ts'
import { reuseFiles } from './reuse.ts'
import { stampsBelow } from './stamp.ts'
import type { Stopwatch } from './stopwatch.ts'
import { copyAsset, readOutput, writeOutput } from './write-own.ts'

/** What a build needs once the handbook is open. */
export interface Making {
  readonly handbook: Handbook
  readonly job: Job
  readonly watch: Stopwatch
  readonly tell: (message: Message) => void
}

/**
 * Makes the site in the staged folder, taking from the last output what has not changed. When nothing has, nothing is
 * written and Astro is not even loaded.
 *
 * @returns the message that ends the build
 */
export async function make(making: Making): Promise<Message> {
  const { handbook, job, watch, tell } = making
  const { options, staged } = job
  if (handbook.pages.length === 0 && !options.allowEmpty) {
    throw buildErrors.noPages(options.root, withheldPages(handbook))
  }
  watch.begin('plan')
  const { site } = job
  const last = options.clean ? nothing : readLastOutput(job.lastManifest, options.out)
  const routes = handbook.routes()
  const plan = planOf(piecesOf(handbook, routes, { site, code: codeKey(last.inputs) }), last)
  if (plan.isDone) {
    watch.end()
    const files = [...last.pieces.values()].flatMap((piece) => Object.values(piece.files))
    const outcome = outcomeOf(making, routes.length, { drawn: 0, ...sizeOf(files) })
    writeManifest(job.manifest, manifestOf(making, last.inputs, outcome, last.pieces))
    return { type: 'unchanged', outcome }
  }
  const searching = search(making, plan, last, routes)
  // Awaited below; until then a failure is not unhandled.
  searching.catch(() => {})
  const drawn = await draw(making, plan, last)
  watch.begin('write')
  tell({ type: 'step', step: 'write', done: 0, total: 0 })
  reuseFiles(options.out, staged, reusable(plan, last, drawn))
  await writeNew(staged, plan.make)
  watch.begin('search')
  tell({ type: 'step', step: 'search', done: 0, total: 0 })
  await searching
  watch.begin('list')
  const inputs = drawn?.inputs ?? last.inputs
  const files = stampsBelow(staged)
  const pieces = madePieces(piecesOf(handbook, routes, { site, code: codeKey(inputs) }), files)
  watch.end()
  const outcome = outcomeOf(making, routes.length, { drawn: drawn?.routes.size ?? 0, ...sizeOf([...files.values()]) })
  writeManifest(job.manifest, manifestOf(making, inputs, outcome, pieces))
  return { type: 'done', outcome, files: [...files].map(([path, [size]]) => [path, size]) }
}

function manifestOf(
  { handbook, job }: Making,
  inputs: readonly string[],
  outcome: Outcome,
  pieces: Iterable<readonly [string, MadePiece]>,
): Manifest {
  // Without history the probe cannot tell when there is some: git may come to the machine.
  const isSettled = handbook.history.head !== null || repositoryOf(handbook.root) === null
  // Nor does it look at files elsewhere that a page may import, or see that a file can be read again.
  const isWhole = handbook.findings.every(({ ruleId }) => ruleId !== 'pages/unreadable')
  const isReliable = isSettled && isWhole && inputs.every((file) => file.startsWith(handbook.root + sep))
  return { inputs, outcome, pieces: Object.fromEntries(pieces), probe: isReliable ? job.probe : null }
}

/**
 * Pagefind works in a process of its own, while pages are drawn. What is right in the last index is taken from it.
 */
async function search({ handbook, job }: Making, plan: Plan<Piece>, last: LastOutput, keys: readonly RouteKey[]) {
  if (!plan.make.some((piece) => piece.kind === 'search')) return
  const files = Object.keys(last.pieces.get('search')?.files ?? {})
  const keyOf = new Map<string, string>(keys.map(({ route, key }) => [route, key]))
  const { words } = wordsOf(handbook)
  const lastOut = files.length === 0 ? null : job.options.out
  const take = (folder: string, { kept }: KeptIndex): void => {
    const inIt = files.filter((path) => path.startsWith(`${folder}/`))
    reuseFiles(job.options.out, job.staged, kept === 'all' ? inIt : kept.map((path) => `${folder}/${path}`))
  }
  const ofPages = await keepSearchIndex({
    pages: () => handbook.searchDocuments(),
    keyOf: (route) => keyOf.get(route) ?? '',
    ...{ words, key: job.site },
    folder: join(job.staged, indexFolder),
    last: lastOut === null ? null : join(lastOut, indexFolder),
    state: join(job.work, 'search-state'),
  })
  take(indexFolder, ofPages)
  const beside = { out: job.staged, last: lastOut, work: job.work, words, key: job.site }
  take(sideFolder('changes'), await buildSideIndex('changes', changeRecords(handbook), beside))
}

async function draw(
  { handbook, job, watch, tell }: Making,
  plan: Plan<Piece>,
  last: LastOutput,
): Promise<Drawn | null> {
  if (!plan.make.some((piece) => piece.kind === 'page' || piece.kind === 'site')) return null
  watch.begin('draw')
  const pending = routesOf(plan.make)
  tell({ type: 'step', step: 'draw', done: 0, total: pending.size })
  const activity = activityWriter(job.activity)
  const drawn = await drawSite({
    handbook,
    staged: job.staged,
    work: job.work,
    pending,
    all: new Set([...pending, ...routesOf(plan.reuse)]),
    lastSiteFiles: new Set(Object.keys(last.pieces.get('site')?.files ?? {})),
    debug: job.debug,
    announce: activity.write,
  }).finally(activity.close)
  tell({ type: 'drawn' })
  return drawn
}

function routesOf(pieces: readonly Piece[]): ReadonlySet<Route> {
  return new Set(pieces.flatMap((piece) => (piece.kind === 'page' ? [piece.route] : [])))
}

/** Files of the last output that stay: not those which Astro has written anew beyond the plan. */
function reusable(plan: Plan<Piece>, last: LastOutput, drawn: Drawn | null): readonly string[] {
  return plan.reuse.flatMap((piece) => {
    const isDrawn =
      drawn !== null && (piece.kind === 'site' || (piece.kind === 'page' && drawn.routes.has(piece.route)))
    return isDrawn ? [] : Object.keys(last.pieces.get(piece.id)?.files ?? {})
  })
}

async function writeNew(staged: string, pieces: readonly Piece[]): Promise<void> {
  const placed = (path: string) => readOutput(staged, path)
  for (const piece of pieces) {
    if (piece.kind === 'text') writeOutput(staged, piece.file, await piece.text(placed))
    if (piece.kind === 'asset') copyAsset(staged, piece.file, piece.asset)
  }
}
