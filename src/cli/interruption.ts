/**
 * Runs something that can be interrupted: Ctrl C and a polite end of the process abort it, so that it can leave
 * everything as it was before the process goes.
 */
export async function interruption<T>(run: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController()
  const abort = (): void => controller.abort()
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  for (const name of signals) process.on(name, abort)
  try {
    return await run(controller.signal)
  } finally {
    for (const name of signals) process.off(name, abort)
  }
}

/**
 * Waits until somebody ends the process.
 *
 * @param ready - says that all is running; whoever reads that may end it at once
 */
export function untilInterrupted(ready: () => void): Promise<void> {
  return interruption((signal) => {
    const ended = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
    ready()
    return ended
  })
}
