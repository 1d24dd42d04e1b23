/** `1,204`, the same on every machine. */
export const amount = (count: number): string => (count < 1000 ? String(count) : count.toLocaleString('en-GB'))

/** `1 page`, `14 pages`, `2 addresses` */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${amount(count)} ${count === 1 ? one : many}`
