import type { PageChange } from '../model/history.ts'
import { reasonLabel, sourceWords, withoutOwnLabel } from '../model/reason-words.ts'
import { bold, cyan, dim, green, type Piece, red } from './terminal.ts'

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
          [dim(`            ${reasonLabel(reasoning)}, ${sourceWords(reasoning.source)}:`)],
          ...withoutOwnLabel(reasoning.text)
            .split('\n')
            .map((line): readonly Piece[] => [`            ${line}`]),
        ]),
    [],
  ]
}

function happened({ kind, path, previousPath }: PageChange['touch']): string {
  if (kind === 'moved') return `, moved from ${previousPath} to ${path}`
  return kind === 'modified' ? '' : `, ${kind}`
}
