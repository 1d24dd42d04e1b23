import type { OpenOptions } from './handbook.ts'

/** A handbook as its own configuration says, trusted, without progress. */
export const defaultOptions: OpenOptions = {
  audience: null,
  now: null,
  trusted: true,
  targetBranch: null,
  base: null,
  site: null,
  skip: [],
  git: 'auto',
  onProgress: () => {},
}
