import type { PageChange, ReasoningSource } from '../model/history.ts'
import { bold, cyan, dim, green, type Piece, red } from './terminal.ts'

/** Where a reason stands, as people say it. */
const sources: Readonly<Record<ReasoningSource, string>> = {
  note: 'in a git note',
  description: 'in the description',
  merge: 'in the merge commit',
  squash: 'in the commit',
  branch: "in the branch's commits",
  later: 'added later',
}

/** A change of a page for reading: title, when, by whom, how much, and why. */
export function changeLines({ change, touch, reasoning }: PageChange): readonly (readonly Piece[])[] {
  const { mergeRequest, landedAt, mergedBy } = change
  const people = change.authors.map(({ name }) => name).join(', ')
  const merged = mergedBy === null ? '' : `, merged by ${mergedBy.name}`
  return [
    [
      cyan(landedAt?.slice(0, 10) ?? 'no date   '),
      '  ',
      bold(change.title),
      mergeRequest === null ? '' : dim(`  ${mergeRequest.reference}`),
    ],
    [
      '            ',
      `${people}${merged}  `,
      green(`+${touch.added}`),
      ' ',
      red(`−${touch.removed}`),
      dim(`  ${change.id.slice(0, 12)}${happened(touch)}`),
    ],
    ...(reasoning === null
      ? []
      : [
          [
            dim(
              `            ${reasoning.kind === 'why' ? 'Why' : 'What its author wrote'}, ${sources[reasoning.source]}:`,
            ),
          ],
          ...reasoning.text.split('\n').map((line): readonly Piece[] => [`            ${line}`]),
        ]),
    [],
  ]
}

function happened({ kind, path, previousPath }: PageChange['touch']): string {
  if (kind === 'moved') return `, moved from ${previousPath} to ${path}`
  return kind === 'modified' ? '' : `, ${kind}`
}
