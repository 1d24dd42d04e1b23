/**
 * Matches a pattern with stars against values, in time proportional to the product of their lengths: a regular
 * expression made of a hostile pattern can take for ever.
 *
 * @param isStar - an item that stands for any number of values
 * @param matches - whether another item stands for this value
 */
export function matchesWildcard<Item, Value>(
  pattern: readonly Item[],
  values: readonly Value[],
  isStar: (item: Item) => boolean,
  matches: (item: Item, value: Value) => boolean,
): boolean {
  let [item, value] = [0, 0]
  /** The last star, and how far it reaches: only this one ever has to reach further. */
  let [star, reach] = [-1, 0]
  while (value < values.length) {
    const current = pattern[item]
    if (current !== undefined && isStar(current)) {
      star = item++
      reach = value
    } else if (current !== undefined && matches(current, values[value] as Value)) {
      item++
      value++
    } else if (star >= 0) {
      item = star + 1
      value = ++reach
    } else return false
  }
  return pattern.slice(item).every(isStar)
}
