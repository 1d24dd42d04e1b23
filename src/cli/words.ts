/** `11,717`: the same on every machine. */
export function count(number: number): string {
  return number.toLocaleString('en-US')
}

/** `1 page`, `2 pages`, `2 addresses`. */
export function countOf(number: number, one: string, many = `${one}s`): string {
  return `${count(number)} ${number === 1 ? one : many}`
}
