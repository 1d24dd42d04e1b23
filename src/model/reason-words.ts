import type { Reasoning, ReasoningSource } from './history.ts'

const sources: Readonly<Record<ReasoningSource, string>> = {
  note: 'in a git note',
  description: 'in the merge request',
  merge: 'in the merge commit',
  squash: 'in the commit',
  branch: 'in the commits of the branch',
  later: 'in a file added later',
}

/** Where the words of a reason stand, as a part of a sentence: `in the merge commit`. */
export const sourceWords = (source: ReasoningSource): string => sources[source]

/** What a reason is called where it is shown: whoever wrote a note or a later file need not be the change's author. */
export function reasonLabel({ kind, source }: Pick<Reasoning, 'kind' | 'source'>): string {
  if (kind === 'why') return 'Why'
  return source === 'note' || source === 'later' ? 'What was added afterwards' : 'What its author wrote'
}

const LABEL = /^(\*\*|__)?(?:why|reasons?)(?:\1:|:\1)[ \t]*\n*/i
const HEADING =
  /^(?:#{1,6}[ \t]+(?:why|reasons?)[?:]?(?:[ \t]+#+)?|(\*\*|__)?(?:why|reasons?)[?:]?\1)[ \t]*\n(?:[-=]{2,}[ \t]*\n)?\n*/i

/** A reason without the label or heading that it begins with, for places that set {@link reasonLabel} over it. */
export function withoutOwnLabel(text: string): string {
  const rest = text.replace(LABEL, '')
  const plain = rest === text ? text.replace(HEADING, '') : rest
  return plain.trim() === '' ? text : plain
}
