import type { BlobId } from '../model/ids.ts'
import { Pages } from './pages.ts'
import type { Leg } from './splice.ts'
import type { LineState } from './state.ts'

/** Versions that a leg needs and nobody holds yet, and those that nobody needs after it. */
export interface LegPlan {
  readonly reads: readonly BlobId[]
  /** First 12 characters. */
  readonly drops: readonly string[]
}

/** Beginning of a blob id under which its version is held. */
export function keyOf(id: string): string {
  return id.slice(0, 12)
}

/** The plan goes by paths and ids; which page it is does not matter. */
const NOBODY = -1

/**
 * Plans in which order blobs are read, so that each version is asked for once, when its entry needs it, and is
 * dropped after its last use: memory holds the pages of one moment, not of all history.
 *
 * What is needed follows from ids alone, before any text is known.
 *
 * @param isCut - tells the leg at which a shallow history begins: its pages are not new, and are read when they change
 */
export function planReads(legs: readonly Leg[], state: LineState, isCut: (leg: Leg) => boolean): readonly LegPlan[] {
  const lanes = new Map<number, Pages>()
  const removed = new Map<string, string>()
  /** How many pages have a version now. */
  const uses = new Map<string, number>()
  const held = new Set<string>()
  const use = (id: string, by: number) => uses.set(keyOf(id), (uses.get(keyOf(id)) ?? 0) + by)
  const lane = (number: number) => {
    const known = lanes.get(number) ?? new Pages()
    lanes.set(number, known)
    return known
  }
  for (const [path, { blob }] of state.pages(0)) {
    lane(0).set(path, { page: NOBODY, blob })
    use(blob, 1)
  }
  for (const [path, { blob }] of state.removed(0)) removed.set(`0 ${path}`, blob)

  return legs.map((leg) => {
    const reads: BlobId[] = []
    const touched = new Set<string>()
    const need = (id: string) => {
      touched.add(keyOf(id))
      if (held.has(keyOf(id))) return
      held.add(keyOf(id))
      reads.push(id as BlobId)
    }
    const paths = lane(leg.lane)
    const cut = isCut(leg)
    for (const { path, before, after } of leg.step.differences) {
      if (!cut && before !== null) need(before)
      if (!cut && after !== null) need(after)
      const was = before === null ? removed.get(`${leg.lane} ${path}`) : undefined
      if (was !== undefined && after !== null && was !== keyOf(after)) need(was)
      // A new page may be a copy of one that has its name.
      const namesakes = cut || before !== null ? [] : paths.namesakes(path)
      for (const namesake of namesakes) need(paths.get(namesake)?.blob ?? '')
    }
    for (const { path, before, after } of leg.step.differences) {
      const old = paths.get(path)
      if (old !== undefined) use(old.blob, -1)
      paths.delete(path)
      if (after === null && before !== null) removed.set(`${leg.lane} ${path}`, keyOf(before))
      if (after === null) continue
      paths.set(path, { page: NOBODY, blob: keyOf(after) })
      removed.delete(`${leg.lane} ${path}`)
      use(after, 1)
    }
    for (const joined of leg.joins) {
      for (const [path, { blob }] of lane(joined)) {
        touched.add(blob)
        use(blob, -1)
        const own = paths.get(path)?.blob
        if (own === undefined || own === blob) continue
        need(own)
        need(blob)
      }
      lanes.delete(joined)
    }
    const drops = [...touched].filter((key) => held.has(key) && (uses.get(key) ?? 0) <= 0)
    for (const key of drops) held.delete(key)
    return { reads, drops }
  })
}
