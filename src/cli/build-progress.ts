import type { Progress } from '../build/watchdog.ts'
import type { Terminal } from './terminal.ts'
import { count } from './words.ts'

const words: Readonly<Record<string, string>> = {
  read: 'Reading pages',
  history: 'Reading history',
  draw: 'Drawing pages',
  write: 'Writing files',
  search: 'Making the search index',
}

/** Shows how far a build is: a line that changes where somebody watches, else one line a step. */
export function buildProgress(terminal: Terminal): (progress: Progress) => void {
  let last = ''
  let drawnAt = 0
  return ({ step, done, total }) => {
    const isNew = step !== last
    last = step
    if (!terminal.isInteractive) {
      if (isNew) terminal.step(`${words[step] ?? step}${total > 0 ? ` (${count(total)})` : ''}`)
    } else if (isNew || done === total || Date.now() - drawnAt > 60) {
      drawnAt = Date.now()
      terminal.status(`${words[step] ?? step}${total > 0 ? ` ${count(done)} of ${count(total)}` : ' …'}`)
    }
  }
}
