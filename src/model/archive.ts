/** A version of a page as its archive tells it. */
export interface ArchivedVersion {
  /** The change that made it, as its address names it: 12 characters. */
  readonly id: string
  /** When it landed, ISO with offset; null for an impossible date. */
  readonly at: string | null
  readonly title: string
  /** The reason in short, null where none was recorded. */
  readonly why: string | null
  readonly by: readonly string[]
  /** Path below the content folder that the page had. */
  readonly path: string
  /** After it came versions that may not be shown: nobody can tell from here until when it stood. */
  readonly gap?: true
  /** Places in `parts`, as pairs of a first one and how many follow each other. */
  readonly runs: readonly number[]
}

/**
 * All versions of a page that may be shown, for `?at=` and comparisons: each part of its sources once, a version a list
 * of parts. A part is a line with the empty lines below it.
 */
export interface Archive {
  readonly schema: 1
  readonly parts: readonly string[]
  /** Newest first. */
  readonly versions: readonly ArchivedVersion[]
  /** Older versions that are left out because there are too many. */
  readonly older: number
}

/** Source of a version. */
export function textOfVersion({ parts }: Archive, { runs }: ArchivedVersion): string {
  let text = ''
  for (let at = 0; at + 1 < runs.length; at += 2) {
    const [start = 0, count = 0] = runs.slice(at, at + 2)
    text += parts.slice(start, start + count).join('')
  }
  return text
}
