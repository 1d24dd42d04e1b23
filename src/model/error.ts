/** Where in a file something is wrong; lines and columns count from 1. */
export interface Place {
  readonly path: string
  readonly line: number | null
  readonly column: number | null
}

/** An error that is meant to be read: what happened, where, what to do next. */
export class WhybookError extends Error {
  override readonly name = 'WhybookError'
  /** `room/problem`, stable, for scripts and for the documentation of errors. */
  readonly code: string
  readonly place: Place | null
  /** One sentence that says what to do next. */
  readonly hint: string | null

  constructor(
    code: string,
    message: string,
    more: { readonly place?: Place; readonly hint?: string; readonly cause?: unknown } = {},
  ) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause })
    this.code = code
    this.place = more.place ?? null
    this.hint = more.hint ?? null
  }
}
