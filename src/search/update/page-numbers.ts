import type { MetaPage } from './files.ts'

/** Pages of an index after some went and others came. */
export interface Renumbering {
  readonly pages: readonly MetaPage[]
  /** New number of a page of the last index; null when it is gone. */
  numberOf(page: number): number | null
  /** Whether a page of the last index is gone or has another number. */
  isTouched(page: number): boolean
  /** Numbers of the pages that came, in their order. */
  readonly came: readonly number[]
}

/** Gives the numbers of pages that went to those that came, then to the last ones, so that few pages change theirs. */
export function renumber(last: readonly MetaPage[], gone: ReadonlySet<string>, came: readonly MetaPage[]): Renumbering {
  const slots: (MetaPage | null)[] = last.map((page) => (gone.has(page[0]) ? null : page))
  const free = slots.flatMap((page, number) => (page === null ? [number] : []))
  const changed = new Map<number, number | null>(free.map((number) => [number, null]))
  const ids = new Set(slots.flatMap((page) => (page === null ? [] : [page[0]])))
  const numbers = came.map((page) => {
    if (ids.has(page[0])) throw new Error(`Two pages have the name ${page[0]}.`)
    ids.add(page[0])
    const number = free.shift() ?? slots.length
    slots[number] = page
    return number
  })
  for (let number = free.shift(); number !== undefined; number = free.shift()) {
    while (slots.length > 0 && slots.at(-1) === null) slots.pop()
    if (number >= slots.length) continue
    changed.set(slots.length - 1, number)
    slots[number] = slots.pop() ?? null
  }
  return {
    pages: slots.filter((page) => page !== null),
    numberOf: (page) => (changed.get(page) === undefined ? page : (changed.get(page) ?? null)),
    isTouched: (page) => changed.has(page),
    came: numbers,
  }
}
