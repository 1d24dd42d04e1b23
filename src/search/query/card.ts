/**
 * What a result shows of a page beside its title and text. Pagefind searches every meta field but no filter, so
 * the card travels as a filter of its own that is never filtered by.
 */
export interface Card {
  /** Path of the file in the repository. */
  readonly path: string
  /** Labels of the folders above, outermost first. */
  readonly trail: readonly string[]
  /** True when it no longer counts. */
  readonly isPast: boolean
  readonly replacedBy: { readonly title: string; readonly route: string } | null
}

/** The card as one line of text. */
export function writeCard({ path, trail, isPast, replacedBy }: Card): string {
  return JSON.stringify([path, trail, isPast ? 1 : 0, ...(replacedBy ? [replacedBy.title, replacedBy.route] : [])])
}

/** Reads a card back; what is no card (an index of another version) gives an empty one. */
export function readCard(text: string | undefined): Card {
  const [path, trail, past, title, route] = parse(text)
  return {
    path: typeof path === 'string' ? path : '',
    trail: Array.isArray(trail) ? trail.map(String) : [],
    isPast: past === 1,
    replacedBy: typeof title === 'string' && typeof route === 'string' ? { title, route } : null,
  }
}

function parse(text: string | undefined): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}
