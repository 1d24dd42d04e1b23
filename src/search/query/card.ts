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

/** How the page stands from a day on that was still to come when the index was built. */
export interface CardTurn extends Pick<Card, 'status' | 'isPast' | 'replacedBy'> {
  readonly from: string
}

/** How a page stands; `name` chooses the shape of its tag. */
export interface CardStatus {
  readonly name: string
  readonly label: string
  readonly dateWord: string
  readonly date: string | null
}

/** The card as one line of text. */
export function writeCard({ path, trail, turns, ...card }: Card & { readonly turns: readonly CardTurn[] }): string {
  const turned = turns.map(({ from, ...turn }) => [from, ...written(turn)])
  return JSON.stringify([path, trail, ...written(card), ...(turned.length === 0 ? [] : [turned])])
}

const written = ({ isPast, status, replacedBy }: Pick<Card, 'status' | 'isPast' | 'replacedBy'>): unknown[] => [
  isPast ? 1 : 0,
  status && [status.name, status.label, status.dateWord, status.date],
  replacedBy && [replacedBy.title, replacedBy.route],
]

/**
 * Reads a card back; what is no card (an index of another version) gives an empty one.
 *
 * @param day - the day of reading, `YYYY-MM-DD`: how the page stands then, where the index knows that beforehand
 */
export function readCard(text: string | undefined, day: string): Card {
  const [path, trail, past, status, replacement, turns] = parse(text)
  const [, ...turned] =
    list(turns)
      .map(list)
      .findLast(([from]) => typeof from === 'string' && from <= day) ?? []
  return {
    path: typeof path === 'string' ? path : '',
    trail: list(trail).map(String),
    ...stands(turned.length === 0 ? [past, status, replacement] : turned),
  }
}

function stands([past, status, replacement]: readonly unknown[]): Pick<Card, 'status' | 'isPast' | 'replacedBy'> {
  const [name, label, dateWord, date] = list(status)
  const [title, route] = list(replacement)
  return {
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
