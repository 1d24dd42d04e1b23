import type { Message } from '../build/messages.ts'
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
export function buildProgress(terminal: Terminal): { hear(message: Message): void; end(): void } {
  let step = ''
  let drawnAt = 0
  const show = (name: string, done: number, total: number): void => {
    if (!terminal.isInteractive) {
      if (name !== step) terminal.step(`${words[name] ?? name}${total > 0 ? ` (${count(total)})` : ''}`)
    } else if (name !== step || done === total || Date.now() - drawnAt > 60) {
      drawnAt = Date.now()
      terminal.status(`${words[name] ?? name}${total > 0 ? ` ${count(done)} of ${count(total)}` : ' …'}`)
    }
    step = name
  }
  return {
    hear: (message) => {
      if (message.type === 'step') show(message.step, message.done, message.total)
      if (message.type === 'page') show('draw', message.done, message.total)
    },
    end: () => terminal.status(null),
  }
}
