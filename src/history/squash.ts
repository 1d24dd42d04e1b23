/** What a squashed commit's body says when the list of its commits' subjects is taken out. */
export interface SquashList {
  /** Lines of the commits' own bodies, and subjects that are more than a subject. */
  readonly lines: readonly string[]
  readonly subjects: readonly string[]
}

/** Longest line that is still the subject of a commit. */
const SUBJECT = 90

/**
 * Takes apart the list that forges make of a squashed branch: each commit's message after `* `, parted by blank lines.
 *
 * Subjects are detail and are left out, bodies stay. A list that a person wrote is no such list: its items follow
 * each other without blank lines, or there is text before it.
 *
 * @param isOwnTitle - tells a line that repeats the entry's title
 * @returns undefined when the body is no such list
 */
export function readSquashList(
  lines: readonly string[],
  isOwnTitle: (line: string) => boolean,
): SquashList | undefined {
  const filled = (at: number) => (lines[at] ?? '').trim() !== ''
  const isSubject = (at: number) =>
    (lines[at] ?? '').startsWith('* ') && !(at > 0 && filled(at - 1)) && !(lines[at + 1] ?? '').startsWith('* ')
  const first = lines.findIndex((_, at) => filled(at))
  if (first < 0 || !isSubject(first)) return undefined
  const places = lines.flatMap((_, at) => (isSubject(at) ? [at] : []))
  const subjects = places.map((at) => (lines[at] ?? '').slice(2).trim())
  const repeatsTitle = isOwnTitle(subjects[0] ?? '')
  if (places.length < 2 && !repeatsTitle) return undefined
  if (!repeatsTitle && subjects.some((subject) => subject.length > SUBJECT)) return undefined
  const listed = new Set(places)
  const rest = lines.flatMap((line, at) => {
    if (!listed.has(at)) return [line]
    const subject = line.slice(2).trim()
    return subject.length > SUBJECT ? [subject] : ['']
  })
  return { lines: rest, subjects }
}
