import { createHash } from 'node:crypto'
import { type ByteReader, byteReader } from './byte-reader.ts'
import { gitErrors, objectNamedIn } from './errors.ts'
import type { Git, GitCommand, GitProcess } from './runner.ts'

/** What git knows of an object; `bytes` are empty when only its size was asked for. */
export interface FoundObject {
  readonly id: string
  readonly type: string
  readonly size: number
  readonly bytes: Buffer
}

/** A long-lived `git cat-file`: one question a line, answers in the same order. */
export interface ObjectBatch {
  /**
   * One answer a name: null for an object that is missing, ambiguous or damaged.
   *
   * @param names - hexadecimal ids or beginnings of ids; with contents, full ids of objects that are there
   */
  ask(names: readonly string[]): Promise<readonly (FoundObject | null)[]>
  close(): Promise<void>
}

interface Running {
  readonly child: GitProcess
  readonly chunks: AsyncGenerator<Buffer>
  readonly reader: ByteReader
}

/** @param contents - gives the bytes too; else only type and size */
export function objectBatch(git: Git, contents: boolean): ObjectBatch {
  const command: GitCommand = { command: ['cat-file', contents ? '--batch' : '--batch-check'] }
  let running: Running | null = null
  let queue: Promise<unknown> = Promise.resolve()
  let isClosed = false

  function start() {
    const child = git.start(command)
    const chunks = child.chunks()
    return { child, chunks, reader: byteReader(chunks) }
  }

  /** Ends git also where it still has something to say: a process whose words nobody takes never counts as ended. */
  async function end({ child, chunks }: Running) {
    child.stop()
    await chunks.return(undefined)
    return child.ended
  }

  /** Adds the answers to `found` for as long as git lives and tells the truth; says how it went. */
  async function listen(names: readonly string[], found: (FoundObject | null)[]): Promise<'done' | 'dead' | 'lying'> {
    running ??= start()
    const { child, reader } = running
    child.input.write(`${names.slice(found.length).join('\n')}\n`)
    while (found.length < names.length) {
      const answer = await nextAnswer(reader, contents)
      if (answer === undefined) return 'dead'
      // A damaged object may bring more bytes than it says: what comes next is then its own, and no answer of git's.
      if (contents && !isAnswerTo(names[found.length], answer)) return 'lying'
      found.push(answer)
    }
    return 'done'
  }

  async function answers(names: readonly string[]): Promise<(FoundObject | null)[]> {
    const found: (FoundObject | null)[] = []
    let suspect = -1
    while (found.length < names.length) {
      if (isClosed) throw gitErrors.closed()
      let state: Awaited<ReturnType<typeof listen>>
      try {
        state = await listen(names, found)
      } catch (error) {
        running = null
        throw error
      }
      if (state === 'done') break
      const ending = running && (await (state === 'dead' ? running.child.ended : end(running)))
      running = null
      if (isClosed) throw gitErrors.closed()
      const isDeath = state === 'dead' && ending !== null
      if (isDeath && (ending.status === null || objectNamedIn(ending.words) === null)) throw git.error(command, ending)
      // Git dies of some damaged objects. The question it died at is asked again, as the first of a new process:
      // if that dies too, this is the damaged one.
      if (suspect === found.length) found.push(null)
      else suspect = found.length
    }
    return found
  }

  return {
    ask(names) {
      const turn = queue.then(() => answers(names))
      queue = turn.catch(() => undefined)
      return turn
    },
    async close() {
      isClosed = true
      const last = running
      running = null
      if (last !== null) await end(last)
    },
  }
}

/** True for the object that was asked for by its full id, with the bytes that the id stands for. */
function isAnswerTo(asked: string | undefined, answer: FoundObject | null): boolean {
  if (answer === null || answer.id !== asked) return false
  const hash = createHash(asked.length === 64 ? 'sha256' : 'sha1')
  return hash.update(`${answer.type} ${answer.size}\0`).update(answer.bytes).digest('hex') === asked
}

/** The next answer: null for an object that is not there, undefined when the process has ended. */
async function nextAnswer(reader: ByteReader, contents: boolean): Promise<FoundObject | null | undefined> {
  const line = await reader.line()
  if (line === null) return undefined
  const found = line.match(/^([0-9a-f]{40,64}) (\w+) (\d+)$/)
  if (!found) return null
  const [, id = '', type = '', size = ''] = found
  if (!contents) return { id, type, size: Number(size), bytes: Buffer.alloc(0) }
  const bytes = await reader.take(Number(size) + 1)
  return bytes === null ? undefined : { id, type, size: Number(size), bytes: bytes.subarray(0, -1) }
}
