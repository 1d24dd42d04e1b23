import type { OpenOptions } from '../handbook/handbook.ts'

/** What a build is asked for; plain data, because it is sent to the child. */
export interface BuildOptions {
  /** Folder of the handbook, absolute. */
  readonly root: string
  /** Folder of the site, absolute; replaced as a whole. */
  readonly out: string
  readonly open: Omit<OpenOptions, 'onProgress'>
  /** Takes nothing from the last build. */
  readonly clean: boolean
  /** Builds also a handbook without pages. */
  readonly allowEmpty: boolean
  /** Seconds that one page may take to be drawn (SECURITY decision 10). */
  readonly pageSeconds: number
}

/** SECURITY decision 10. */
export const pageSeconds = 10

/** HTML of one page, in bytes, above which it is not published (SECURITY decision 10). */
export const pageBytes = 20_000_000
