import { WhybookError } from '../model/error.ts'
import type { PlainError } from './messages.ts'

/** Takes an error apart, to be sent to another process. */
export function toPlain(error: unknown): PlainError {
  const known = error instanceof WhybookError ? error : null
  const cause = known?.cause instanceof Error ? `\nbecause of ${known.cause.stack}` : ''
  return {
    code: known?.code ?? null,
    message: error instanceof Error ? error.message : String(error),
    place: known?.place ?? null,
    hint: known?.hint ?? null,
    stack: error instanceof Error ? `${error.stack}${cause}` : null,
  }
}

/** Puts it together again; the stack is that of the other process. */
export function fromPlain(plain: PlainError): Error {
  const error =
    plain.code === null
      ? new Error(plain.message)
      : new WhybookError(plain.code, plain.message, {
          ...(plain.place === null ? {} : { place: plain.place }),
          ...(plain.hint === null ? {} : { hint: plain.hint }),
        })
  if (plain.stack !== null) error.stack = plain.stack
  return error
}
