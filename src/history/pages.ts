import type { RepoPath } from '../model/ids.ts'
import { pageName } from './page-name.ts'

/** A page as it stands after an entry. */
export interface PageState {
  readonly page: number
  /** First 12 characters of the blob id. */
  readonly blob: string
}

/** Pages of the same name that a new page is compared with: enough for any handbook that is not generated. */
const MOST_NAMESAKES = 8

/** Pages of one moment by path, and by what else they are looked for. */
export class Pages {
  readonly #byPath = new Map<RepoPath, PageState>()
  readonly #byName = new Map<string, Set<RepoPath>>()
  readonly #byBlob = new Map<string, Set<RepoPath>>()

  get(path: RepoPath): PageState | undefined {
    return this.#byPath.get(path)
  }

  has(path: RepoPath): boolean {
    return this.#byPath.has(path)
  }

  set(path: RepoPath, state: PageState): void {
    const before = this.#byPath.get(path)
    this.#byPath.set(path, state)
    if (before === undefined) put(this.#byName, pageName(path), path)
    else take(this.#byBlob, before.blob, path)
    put(this.#byBlob, state.blob, path)
  }

  delete(path: RepoPath): void {
    const state = this.#byPath.get(path)
    if (state === undefined) return
    this.#byPath.delete(path)
    take(this.#byName, pageName(path), path)
    take(this.#byBlob, state.blob, path)
  }

  [Symbol.iterator](): Iterator<[RepoPath, PageState]> {
    return this.#byPath.entries()
  }

  /** Other paths at which a page of that path's name stands. */
  namesakes(path: RepoPath): readonly RepoPath[] {
    const name = pageName(path)
    const found = name === '' ? [] : [...(this.#byName.get(name) ?? [])]
    return found
      .filter((other) => other !== path)
      .sort()
      .slice(0, MOST_NAMESAKES)
  }

  /** Paths at which exactly this text stands. */
  withBlob(blob: string): readonly RepoPath[] {
    return [...(this.#byBlob.get(blob) ?? [])].sort()
  }
}

function put(index: Map<string, Set<RepoPath>>, key: string, path: RepoPath): void {
  const known = index.get(key)
  if (known === undefined) index.set(key, new Set([path]))
  else known.add(path)
}

function take(index: Map<string, Set<RepoPath>>, key: string, path: RepoPath): void {
  const known = index.get(key)
  known?.delete(path)
  if (known?.size === 0) index.delete(key)
}
