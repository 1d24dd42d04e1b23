import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { packageFolder } from '../astro/package-folder.ts'
import { visible } from '../text/visible.ts'
import { childCommand } from './child-command.ts'
import { childEnvironment } from './child-environment.ts'
import { buildErrors } from './errors.ts'
import type { Job, Message } from './messages.ts'
import { fromPlain } from './plain-error.ts'
import { type Progress, watchdog } from './watchdog.ts'

/** The message that ends a build well. */
export type LastMessage = Extract<Message, { type: 'done' | 'unchanged' }>

export interface Supervision {
  onProgress(progress: Progress): void
  /** What the child prints; nothing of it is believed. */
  onOutput(text: string): void
  /** Ends the child when aborted. */
  readonly signal: AbortSignal
}

/**
 * Runs a build in a process of its own and believes its last message alone: not an exit code, which anything that runs
 * inside could set (`{process.exit(0)}` in a page). A page that is not drawn in time ends it, and is named.
 *
 * @throws {WhybookError} `build/ended`, `build/too-slow`, `build/interrupted`, or what the child reports
 */
export async function supervise(job: Job, supervision: Supervision): Promise<LastMessage> {
  const untrusted = !job.options.open.trusted
  const child = spawn(
    process.execPath,
    // What an untrusted person wrote may not take all memory of the machine.
    [...(untrusted ? ['--max-old-space-size=2048'] : []), join(packageFolder, 'bin/whybook.js'), childCommand],
    { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], env: childEnvironment(process.env, untrusted) },
  )
  try {
    return await lastMessage(child, job, supervision)
  } finally {
    await end(child)
  }
}

/** Ends the child if it has not ended, and waits for that: only then is its time counted as ours. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

function lastMessage(child: ChildProcess, job: Job, supervision: Supervision): Promise<LastMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<LastMessage>()
  const dog = watchdog(job.activity, job.options.pageSeconds, supervision.onProgress, reject)
  const hear = (message: Message): void => {
    dog.hear(message)
    if (message.type === 'failed') reject(fromPlain(message.error))
    if (message.type === 'done' || message.type === 'unchanged') resolve(message)
  }
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4000)
      supervision.onOutput(visible(text, { lines: true }))
    })
  }
  child.on('message', (message) => hear(message as Message))
  child.on('error', reject)
  child.on('exit', (code, signal) => {
    const how = /heap (limit|out of memory)/i.test(said) ? 'no memory left' : (signal ?? `exit code ${code}`)
    const end = (): void => reject(buildErrors.ended(dog.activity(), how))
    // Its last message may still be on the way: the channel closes behind it.
    if (child.connected) child.once('disconnect', end)
    else setImmediate(end)
  })
  if (supervision.signal.aborted) reject(buildErrors.interrupted())
  supervision.signal.addEventListener('abort', () => reject(buildErrors.interrupted()), { once: true })
  child.send(job)
  return promise.finally(dog.end)
}
