import { gitErrors } from './errors.ts'
import { type LocalObjects, localObjects } from './local-objects.ts'
import { type FoundObject, objectBatch } from './object-batch.ts'
import type { Git } from './runner.ts'

/** An object as it was asked for; `bytes` null when it is missing, damaged, too large or of another type. */
export interface ReadObject {
  readonly id: string
  readonly bytes: Uint8Array | null
}

/** Reads objects by id in bulk, in the order asked for, in bounded memory. */
export interface ObjectReader {
  read(ids: Iterable<string>, type: 'blob' | 'commit'): AsyncGenerator<ReadObject>
  /** True when the object is in this clone. */
  has(id: string): Promise<boolean>
  close(): Promise<void>
}

/** An id that was asked for, with what git has under it when that may be read. */
interface Looked {
  readonly asked: string
  readonly found: FoundObject | null
}

const LARGEST_OBJECT = 10 * 1024 * 1024
/** Ids whose sizes are asked for together. */
const QUESTIONS = 256
/** Bytes read before they are handed on, unless one object alone is larger. */
const LARGEST_PORTION = 4 * 1024 * 1024

/** @param isPartial - when true, git dies of a question for what is not there, so only for what is there it is asked */
export function objectReader(git: Git, isPartial: boolean): ObjectReader {
  const sizes = objectBatch(git, false)
  const contents = objectBatch(git, true)
  let local: Promise<LocalObjects> | undefined
  let isClosed = false

  /** Types and sizes; so an object over the limit is never unpacked. */
  async function look(asked: readonly string[]): Promise<(FoundObject | null)[]> {
    if (isClosed) throw gitErrors.closed()
    const names = await namesHere(asked)
    const answers = (await sizes.ask(names.filter((name) => name !== null))).values()
    const found: (FoundObject | null)[] = []
    for (const name of names) {
      const answer = name === null ? null : (answers.next().value ?? null)
      // A branch or tag may be named like the beginning of an id, and git prefers it.
      const isMistaken = name !== null && name.length < 40 && answer?.id.startsWith(name) !== true
      found.push(isMistaken ? await findBeginning(name) : answer)
    }
    return found
  }

  /** What git can be asked for: nothing that is no id, and in a partial clone nothing that was left out. */
  async function namesHere(asked: readonly string[]): Promise<(string | null)[]> {
    const names = asked.map((id) => (/^[0-9a-f]{7,64}$/.test(id) ? id : null))
    if (!isPartial) return names
    local ??= localObjects(git)
    const here = await local
    return names.map((name) => (name === null ? null : here.find(name)))
  }

  async function findBeginning(beginning: string): Promise<FoundObject | null> {
    const { status, output } = await git.run({ command: ['rev-parse', `--disambiguate=${beginning}`] })
    const ids = status === 0 ? output.toString().split('\n').filter(Boolean) : []
    return ids.length === 1 ? ((await sizes.ask(ids))[0] ?? null) : null
  }

  async function* portions(ids: Iterable<string>, type: string): AsyncGenerator<readonly Looked[]> {
    for (const asked of groups(ids, QUESTIONS)) {
      let portion: Looked[] = []
      let size = 0
      for (const [index, answer] of (await look(asked)).entries()) {
        const found = answer?.type === type && answer.size <= LARGEST_OBJECT ? answer : null
        if (portion.length > 0 && size + (found?.size ?? 0) > LARGEST_PORTION) {
          yield portion
          portion = []
          size = 0
        }
        portion.push({ asked: asked[index] ?? '', found })
        size += found?.size ?? 0
      }
      yield portion
    }
  }

  async function open(portion: readonly Looked[]): Promise<readonly ReadObject[]> {
    const names = portion.flatMap(({ found }) => (found ? [found.id] : []))
    const answers = (await contents.ask(names)).values()
    return portion.map(({ asked, found }) => ({
      id: asked,
      bytes: found ? (answers.next().value?.bytes ?? null) : null,
    }))
  }

  return {
    async *read(ids, type) {
      let ahead: Promise<readonly ReadObject[]> | null = null
      for await (const portion of portions(ids, type)) {
        const ready = ahead
        // Git works on this portion while the caller works on the one before.
        ahead = open(portion)
        ahead.catch(() => undefined)
        if (ready) yield* await ready
      }
      if (ahead) yield* await ahead
    },
    async has(id) {
      return (await look([id]))[0] != null
    },
    async close() {
      isClosed = true
      await Promise.all([sizes.close(), contents.close()])
    },
  }
}

function* groups<Value>(values: Iterable<Value>, size: number): Generator<readonly Value[]> {
  let group: Value[] = []
  for (const value of values) {
    group.push(value)
    if (group.length === size) {
      yield group
      group = []
    }
  }
  if (group.length > 0) yield group
}
