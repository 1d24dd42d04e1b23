/**
 * What a result shows of a page beside its title and text. Pagefind searches every meta field but no filter, so
 * the card travels as a filter of its own that is never filtered by.
 */
export interface Card {
  readonly status: CardStatus | null
  /** Path of the file in the repository. */
  readonly path: string
  /** Labels of the folders above, outermost first. */
  readonly trail: readonly string[]
  /** True when it no longer counts. */
  readonly isPast: boolean
  readonly replacedBy: { readonly title: string; readonly route: string } | null
}

/** How a page stands; `name` chooses the shape of its tag. */
export interface CardStatus {
  readonly name: string
  readonly label: string
  readonly dateWord: string
  readonly date: string | null
}

/** The card as one line of text. */
export function writeCard({ path, trail, isPast, status, replacedBy }: Card): string {
  return JSON.stringify([
    path,
    trail,
    isPast ? 1 : 0,
    status && [status.name, status.label, status.dateWord, status.date],
    replacedBy && [replacedBy.title, replacedBy.route],
  ])
}

/** Reads a card back; what is no card (an index of another version) gives an empty one. */
export function readCard(text: string | undefined): Card {
  const [path, trail, past, status, replacement] = parse(text)
  const [name, label, dateWord, date] = list(status)
  const [title, route] = list(replacement)
  return {
    path: typeof path === 'string' ? path : '',
    trail: list(trail).map(String),
    isPast: past === 1,
    status:
      typeof name === 'string' && typeof label === 'string'
        ? { name, label, dateWord: String(dateWord ?? ''), date: typeof date === 'string' ? date : null }
        : null,
    replacedBy: typeof title === 'string' && typeof route === 'string' ? { title, route } : null,
  }
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

function parse(text: string | undefined): readonly unknown[] {
  try {
    return list(JSON.parse(text ?? '[]'))
  } catch {
    return []
  }
}
