import { flushCompileCache } from 'node:module'
import { setHandbook } from '../astro/current.ts'
import { openHandbook } from '../handbook/open.ts'
import { make } from './make.ts'
import type { Job, Message } from './messages.ts'
import { toPlain } from './plain-error.ts'
import { spareCompiling } from './spare-compiling.ts'
import { stopwatch } from './stopwatch.ts'
import { nameSystemError } from './system-error.ts'

/**
 * The process that opens the handbook once and runs Astro over it (DESIGN decision 2). It gets one job, tells how far
 * it is, and ends with a message that its parent believes; its exit code means nothing.
 */
export async function buildChild(): Promise<void> {
  spareCompiling()
  // Without its parent nobody would publish what it makes.
  process.once('disconnect', () => process.exit(1))
  const job = await new Promise<Job>((resolve) => process.once('message', (message) => resolve(message as Job)))
  const last = await work(job).catch((error: unknown): Message => {
    return { type: 'failed', error: toPlain(nameSystemError(error, job.staged)) }
  })
  // The parent does not wait for this process to end well.
  flushCompileCache()
  await new Promise<void>((resolve) => {
    if (process.send === undefined) resolve()
    else process.send(last, () => resolve())
  })
  process.exit(0)
}

async function work(job: Job): Promise<Message> {
  const tell = (message: Message): void => void process.send?.(message)
  const { options } = job
  tell({ type: 'step', step: 'read', done: 0, total: 0 })
  const handbook = await openHandbook(options.root, {
    ...options.open,
    onProgress: (done, total) => tell({ type: 'step', step: 'history', done, total }),
  })
  try {
    setHandbook(handbook)
    return await make({ handbook, job, watch: stopwatch(), tell })
  } finally {
    setHandbook(null)
    await handbook.close()
  }
}
