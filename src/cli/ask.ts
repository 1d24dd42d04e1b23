import { createInterface } from 'node:readline'
import { visible } from '../text/visible.ts'
import type { Ask } from './command.ts'

/** Asks on standard error and reads standard input; null where either is no terminal. */
export function askOnTerminal(): Ask | null {
  const { stdin, stderr } = process
  if (!stdin.isTTY || !stderr.isTTY) return null
  return (question) =>
    new Promise((resolve) => {
      const lines = createInterface({ input: stdin, output: stderr, terminal: true })
      // Ctrl D and Ctrl C end the input: nothing was answered.
      lines.once('close', () => resolve(null)).once('SIGINT', () => lines.close())
      lines.question(visible(question, { lines: true }), (answer) => {
        resolve(answer)
        lines.close()
      })
    })
}
