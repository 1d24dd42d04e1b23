/** A value of a page, a settings file or a data file: plain data. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value }

/** Longest text that a filter may make: `append` in a loop doubles it each time. */
export const LONGEST_TEXT = 20_000

/** A value at a way of keys (`author.name`); undefined where it leads nowhere. Own keys alone are looked at. */
export function valueAt(value: unknown, keys: readonly string[]): Value | undefined {
  let at: unknown = value
  for (const key of keys) {
    if (at === null || typeof at !== 'object') return undefined
    if (Array.isArray(at)) {
      if (key === 'size') at = at.length
      else if (key === 'first') at = at[0]
      else if (key === 'last') at = at.at(-1)
      else at = /^-?\d{1,6}$/.test(key) ? at.at(Number(key)) : undefined
    } else at = Object.hasOwn(at, key) ? (at as Record<string, unknown>)[key] : undefined
  }
  return at as Value | undefined
}

/** A value as text; lists as their items, other structures as nothing. */
export function textOfValue(value: Value): string {
  if (value === null || typeof value === 'boolean') return value === true ? 'true' : value === false ? 'false' : ''
  if (Array.isArray(value))
    return value
      .map((item) => textOfValue(item as Value))
      .join(', ')
      .slice(0, LONGEST_TEXT)
  return typeof value === 'object' ? '' : String(value).slice(0, LONGEST_TEXT)
}
