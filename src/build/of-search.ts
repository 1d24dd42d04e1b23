import { indexFolder } from '../search/build-index.ts'

/** True for a file of the index of the pages or of one beside it. */
export const isOfSearch = (path: string): boolean =>
  path.startsWith(`${indexFolder}/`) || path.startsWith(`${indexFolder}-`)
