import { cliErrors } from './errors.ts'

/** A port as typed; null when none was. */
export function portOf(text: string | null): number | null {
  if (text === null) return null
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw cliErrors.badValue('--port', text, 'Write a number up to 65535.')
}
