import { withoutEdges } from '../text/edges.ts'
import { distance } from '../text/nearest.ts'
import { fold, folderOf, nameOf, stemOf } from './file-names.ts'

/** Something a link could have meant. */
export interface Candidate {
  readonly path: string
  /** Address on the site. */
  readonly route: string
}

/** Longer paths, and more than so many different ones, get no suggestion: it would take long and help nobody. */
const LONGEST = 300
const MOST = 1_000

/** Finds what a path that leads nowhere may have meant; undefined without an idea. */
export type Suggest = (wanted: string) => Candidate | undefined

/**
 * Looks first for the same name elsewhere, the one in the most similar folder; then for a neighbour whose name differs
 * by a few letters; then for an address that does.
 *
 * @param candidates - everything that could be meant
 * @returns a function of the path that was looked for, below the content folder
 */
export function suggestFrom(candidates: readonly Candidate[]): Suggest {
  const known = candidates.map((candidate) => ({ candidate, address: addressOf(candidate.route) }))
  const byName = Map.groupBy(known, ({ address }) => nameOf(address))
  const byFolder = Map.groupBy(known, ({ address }) => folderOf(address))
  const memory = new Map<string, Candidate | undefined>()
  return (wanted) => {
    if (wanted.length > LONGEST || (memory.size >= MOST && !memory.has(wanted))) return undefined
    if (!memory.has(wanted)) memory.set(wanted, find(addressOf(wanted)))
    return memory.get(wanted)
  }

  function find(wanted: string): Candidate | undefined {
    const name = nameOf(wanted)
    if (name.length < 3) return undefined
    const same = byName.get(name)
    if (same !== undefined) return nearestBy(same, ({ address }) => -sharedParts(address, wanted))
    const limit = Math.max(1, Math.floor(name.length / 4))
    const close = byFolder
      .get(folderOf(wanted))
      ?.filter(({ address }) => distance(nameOf(address), name, limit) <= limit)
    if (close !== undefined && close.length > 0)
      return nearestBy(close, ({ address }) => distance(nameOf(address), name, limit))
    const near = known.filter(({ address }) => distance(address, wanted, 3) <= 3)
    return nearestBy(near, ({ address }) => distance(address, wanted, 3))
  }
}

interface Known {
  readonly candidate: Candidate
  readonly address: string
}

/** Address or path in the form in which they are compared: no ending, no index, no slashes around. */
function addressOf(path: string): string {
  const plain = stemOf(withoutEdges(fold(path), /\//)).replace(/\.html?$/, '')
  return plain.replace(/(?:^|\/)(?:index|readme|_index)$/, '')
}

function nearestBy(list: readonly Known[], far: (known: Known) => number): Candidate | undefined {
  const [best] = list
    .map((known) => ({ known, far: far(known) }))
    .sort((a, b) => a.far - b.far || (a.known.address < b.known.address ? -1 : 1))
  return best?.known.candidate
}

function sharedParts(a: string, b: string): number {
  const parts = new Set(folderOf(b).split('/'))
  return folderOf(a)
    .split('/')
    .filter((part) => parts.has(part)).length
}
