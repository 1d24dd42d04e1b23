import { WhybookError } from '../model/error.ts'

/** A port as typed; null when none was. */
export function portOf(text: string | null): number | null {
  if (text === null) return null
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new WhybookError('cli/usage', `--port cannot be “${text}”.`, { hint: 'Write a number up to 65535.' })
}
