/**
 * What this browser remembers of a person's reading, and nobody else: which pages were read and how far, and when the
 * handbook was visited last. Each page has a key of its own, so that two tabs never write over each other and no page
 * has to read all of it. Every door of the storage may be shut, and everything in it may be broken.
 */

/** How far a reader had got: the newest change then, and how many there were. */
export interface Mark {
  readonly id: string
  readonly ordinal: number
  /** When it was read, in milliseconds. */
  readonly at: number
}

/** The part of `localStorage` that is used. */
export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** Pages that are remembered at most; the oldest are forgotten first. */
const MOST_PAGES = 10_000
/** Longer than that without a page is another visit. */
const VISIT = 6 * 3_600_000

/** The readings of one handbook: several may be served from one host. */
export interface Reading {
  /** False where nothing is kept: the browser refuses, or the reader does not want it. */
  readonly isOn: () => boolean
  readonly page: (route: string) => Mark | null
  readonly readPage: (route: string, mark: Mark) => void
  /** Notes a visit; gives where the one before it had got, null for the first one. */
  readonly visit: (mark: Mark) => Mark | null
  readonly before: () => Mark | null
  readonly turn: (on: boolean) => void
  readonly clear: () => void
  readonly count: () => number
  readonly write: () => string
  /** Takes what {@link Reading.write} gave, here or in another browser; of each page the later mark stays. Null: it is none. */
  readonly take: (text: string) => number | null
}

/**
 * @param store - null where the browser has none or forbids it
 * @param base - path of the handbook on its host
 */
export function readingOf(store: Store | null, base: string): Reading {
  const prefix = `whybook-read ${base} `
  const visitKey = `whybook-visit ${base}`
  const offKey = `whybook-unread ${base}`
  const get = (key: string): string | null => attempt(() => store?.getItem(key) ?? null, null)
  const remove = (key: string): void => attempt(() => store?.removeItem(key), undefined)
  const set = (key: string, value: string): boolean =>
    attempt(() => {
      store?.setItem(key, value)
      return store !== null
    }, false)
  const keys = (): readonly string[] =>
    attempt(() => {
      if (store === null) return []
      const all = Array.from({ length: store.length }, (_, at) => store.key(at))
      return all.filter((key): key is string => key?.startsWith(prefix) === true)
    }, [])
  const pages = (): readonly (readonly [key: string, mark: Mark])[] =>
    keys().flatMap((key) => {
      const mark = readMark(get(key))
      return mark === null ? [] : [[key, mark] as const]
    })
  /** Forgets the pages that were read longest ago, and what cannot be read. */
  const thin = (keep: number): void => {
    const known = [...pages()].sort(([, a], [, b]) => b.at - a.at)
    const kept = new Set(known.slice(0, keep).map(([key]) => key))
    for (const key of keys()) if (!kept.has(key)) remove(key)
  }
  const visits = (): readonly [last: Mark | null, before: Mark | null, seen: number] => {
    const [last, before, seen] = list(parsed(get(visitKey)))
    return [markIn(last), markIn(before), typeof seen === 'number' && Number.isFinite(seen) ? seen : 0]
  }
  const isOn = (): boolean => store !== null && get(offKey) === null
  const clear = (): void => {
    for (const key of keys()) remove(key)
    remove(visitKey)
  }
  return {
    isOn,
    page: (route) => (isOn() ? readMark(get(prefix + route)) : null),
    readPage: (route, mark) => {
      if (!isOn()) return
      const known = readMark(get(prefix + route))
      // Another tab has read it since this one was opened.
      if (known !== null && known.at > mark.at) return
      const text = writeMark(mark)
      if (known === null && keys().length >= MOST_PAGES) thin(MOST_PAGES - MOST_PAGES / 10)
      if (set(prefix + route, text)) return
      thin(Math.floor(keys().length / 2))
      set(prefix + route, text)
    },
    visit: (mark) => {
      if (!isOn()) return null
      const [last, before, seen] = visits()
      const isNew = last === null || Math.abs(mark.at - seen) > VISIT
      const then = isNew ? last : before
      // Within a visit what was new at its beginning stays news.
      set(visitKey, JSON.stringify([isNew ? tuple(mark) : tuple(last), then === null ? null : tuple(then), mark.at]))
      return then
    },
    before: () => (isOn() ? visits()[1] : null),
    turn: (on) => {
      if (on) return remove(offKey)
      clear()
      set(offKey, '1')
    },
    clear,
    count: () => keys().length,
    write: () => {
      const [last, before, seen] = visits()
      return JSON.stringify({
        schema: 1,
        what: 'whybook reading',
        visit: [last && tuple(last), before && tuple(before), seen],
        pages: Object.fromEntries(pages().map(([key, mark]) => [key.slice(prefix.length), tuple(mark)])),
      })
    },
    take: (text) => {
      const given = parsed(text) as { what?: unknown; pages?: unknown; visit?: unknown } | null
      if (given?.what !== 'whybook reading' || typeof given.pages !== 'object' || given.pages === null) return null
      let taken = 0
      for (const [route, value] of Object.entries(given.pages).slice(0, MOST_PAGES)) {
        const mark = markIn(value)
        const known = readMark(get(prefix + route))
        if (mark === null || !route.startsWith('/') || (known !== null && known.at >= mark.at)) continue
        if (set(prefix + route, writeMark(mark))) taken += 1
      }
      const [last, before, seen] = list(given.visit)
      if (get(visitKey) === null && markIn(last) !== null)
        set(visitKey, JSON.stringify([last, markIn(before) && before, Number(seen) || 0]))
      return taken
    },
  }
}

/** The storage of this browser; null where it is shut, which even asking for it may show. */
export function ownStore(): Store | null {
  return attempt(() => localStorage, null)
}

const writeMark = ({ id, ordinal, at }: Mark): string => `${id} ${ordinal} ${at}`
const tuple = ({ id, ordinal, at }: Mark): readonly unknown[] => [id, ordinal, at]

function readMark(text: string | null): Mark | null {
  const [id, ordinal, at] = text?.split(' ') ?? []
  return markIn([id, Number(ordinal), Number(at)])
}

function markIn(value: unknown): Mark | null {
  const [id, ordinal, at] = list(value)
  const isMark = typeof id === 'string' && /^[0-9a-f]{12}$/.test(id) && isCount(ordinal) && isCount(at)
  return isMark ? { id, ordinal, at } : null
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

function parsed(text: string | null): unknown {
  return text === null ? null : attempt(() => JSON.parse(text), null)
}

function attempt<T>(act: () => T, otherwise: T): T {
  try {
    return act()
  } catch {
    return otherwise
  }
}
