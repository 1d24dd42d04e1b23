import { reasonsOf } from '../history/which-opens.ts'
import type { BlockAlteration, BlockKind, BlockStep, BlockStory } from '../model/block-history.ts'
import type { History } from '../model/history.ts'
import type { RepoPath } from '../model/ids.ts'
import { changeLines } from './change-lines.ts'
import { bold, cyan, dim, type Piece } from './terminal.ts'

type Line = readonly Piece[]

const MOST_LINES = 8
const MOST_OTHERS = 12

const kinds: Readonly<Record<BlockKind, string>> = {
  'front-matter': 'front matter',
  heading: 'heading',
  paragraph: 'paragraph',
  item: 'list item',
  row: 'table row',
  code: 'code',
  quote: 'quotation',
  html: 'HTML',
  comment: 'comment',
}

const did: Readonly<Record<BlockAlteration, string>> = {
  born: 'came in',
  split: 'split off another block',
  copied: 'copied',
  substance: 'changed',
  link: 'link changed',
  spelling: 'spelling',
  format: 'markup',
  layout: 'layout',
  moved: 'moved',
  restored: 'put back',
}

/** Why a block is there, for reading: what it says, the two changes that explain it, and the others in short. */
export function whyLines(block: BlockStory, path: RepoPath, history: History): readonly Line[] {
  const { last, introduced, opens } = reasonsOf(block)
  const { line, endLine } = block
  const place = line === endLine ? `${path}:${line}` : `${path}:${line}-${endLine}`
  const told = new Set([last, introduced])
  const others = block.chain.filter((step) => !told.has(step))
  return [
    [bold(place), dim(`  ${kinds[block.kind]}${block.id === null ? '' : `  ${block.id}`}`)],
    ...excerpt(block.text),
    [],
    ...standing(block, history),
    ...(last === null ? [] : [[headline('Last changed', last)], ...reasonLines(last, last === opens)]),
    ...(introduced === null ? [] : [[headline(last === null ? cameIn(introduced) : 'Came in with', introduced)]]),
    ...(introduced === null ? [] : reasonLines(introduced, introduced === opens)),
    ...(block.copiedFrom === null ? [] : [[dim(`Its text was copied from ${block.copiedFrom.path}.`)], []]),
    ...(others.length === 0 ? [] : [[dim('Also')], ...others.slice(0, MOST_OTHERS).map(shortLine)]),
    ...(others.length > MOST_OTHERS ? [[dim(`            and ${others.length - MOST_OTHERS} more`)]] : []),
  ]
}

const cameIn = (step: BlockStep): string => (step.class === 'born' ? 'Unchanged since it came in with' : 'Came in with')

function headline(words: string, { backTo, movedFrom }: BlockStep): Piece {
  const back = backTo === null ? '' : `, back to the text of ${backTo.change.landedAt?.slice(0, 10) ?? 'no date'}`
  const from = movedFrom === null ? '' : `, moved here from ${movedFrom}`
  return bold(`${words}${back}${from}`)
}

/** The change; with its reason whole, or in one line where the other one's is the better. */
function reasonLines({ change }: BlockStep, isOpen: boolean): readonly Line[] {
  if (isOpen || change.reasoning === null) return changeLines(change)
  const [first = ''] = change.reasoning.text.split('\n')
  return [
    ...changeLines({ ...change, reasoning: null }).slice(0, -1),
    [dim(`            ${first.length > 100 ? `${first.slice(0, 99)}…` : first}`)],
    [],
  ]
}

function excerpt(text: string): readonly Line[] {
  const lines = text.split('\n')
  const shown = lines.slice(0, MOST_LINES).map((line): Line => [dim('  │ '), line])
  const more = lines.length - MOST_LINES
  return more > 0 ? [...shown, [dim(`  │ … ${more} more`)]] : shown
}

function standing({ standing: state, isOlder, introduced }: BlockStory, history: History): readonly Line[] {
  if (state === 'new') return [[history.absent ?? 'It is not committed yet.']]
  const start = history.startsAt?.slice(0, 10)
  const older =
    start === undefined
      ? 'Nobody can tell since when it has been there: a version of this page cannot be read.'
      : `It was there before ${start}, where the history of this shallow clone starts. The rest comes with: git fetch --unshallow`
  return [
    ...(state === 'changed' ? [['It has been changed since the last commit. Before that:'], []] : []),
    ...(isOlder || introduced === null ? [[older], []] : []),
  ]
}

function shortLine({ change: { change }, class: name }: BlockStep): Line {
  const { mergeRequest, landedAt, title } = change
  return [
    cyan(landedAt?.slice(0, 10) ?? 'no date   '),
    '  ',
    title,
    dim(`  ${mergeRequest === null ? '' : `${mergeRequest.reference}  `}${did[name]}`),
  ]
}
