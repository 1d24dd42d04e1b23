import { withheldPages } from '../checks/withheld.ts'
import type { Handbook } from '../handbook/handbook.ts'
import type { Outcome } from './messages.ts'
import { peakMemory, type Stopwatch } from './stopwatch.ts'

/** What is told at the end of a build. */
export function outcomeOf(
  { handbook, watch }: { readonly handbook: Handbook; readonly watch: Stopwatch },
  routes: number,
  made: { readonly drawn: number; readonly files: number; readonly bytes: number },
): Outcome {
  const memory = peakMemory()
  return {
    ...made,
    pages: handbook.pages.length,
    htmlPages: routes + 1,
    findings: handbook.findings,
    withheld: withheldPages(handbook),
    steps: [...handbook.steps.map((step) => ({ ...step, memory })), ...watch.steps],
    history: handbook.history.absent ?? handbook.shell.historySentence,
    hasSite: handbook.shell.site !== null,
  }
}
