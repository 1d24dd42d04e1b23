import { stricter, type Visibility } from '../markdown/visibility.ts'
import type { RepoPath } from '../model/ids.ts'
import { keyOf } from './reading-plan.ts'
import type { Leg } from './splice.ts'

/** Who may read a page by where it stands. */
export type PlaceRule = (path: RepoPath) => Visibility

/** Reads the configurations of one moment. */
export type ReadRules = (configurations: readonly { readonly path: RepoPath; readonly text: string }[]) => PlaceRule

/** The rules before and after an entry. */
export interface RulesAround {
  readonly before: PlaceRule
  readonly after: PlaceRule
}

/** A configuration that stands; `blob` is the first 12 characters of its id. */
export interface Setting {
  readonly path: RepoPath
  readonly blob: string
}

const none: PlaceRule = () => 'public'

/** Folder rules of each line as they change from entry to entry. */
export class RulesOverTime {
  readonly #read: ReadRules
  readonly #texts: ReadonlyMap<string, string>
  readonly #files = new Map<number, Map<RepoPath, string>>()
  readonly #rules = new Map<number, PlaceRule>()

  /**
   * @param texts - of every configuration by its blob's key; one that cannot be read changes nothing
   * @param standing - configurations of the main line where this pass begins
   */
  constructor(read: ReadRules, texts: ReadonlyMap<string, string>, standing: readonly Setting[]) {
    this.#read = read
    this.#texts = texts
    this.#files.set(0, new Map(standing.map(({ path, blob }) => [path, blob])))
    this.#renew(0)
  }

  /** Takes the next entry; a history that it joins had rules of its own up to here. */
  take({ lane, joins, step }: Leg): RulesAround {
    const before = [lane, ...joins].map((each) => this.#rules.get(each) ?? none).reduce(strictest)
    const files = this.#files.get(lane) ?? new Map<RepoPath, string>()
    for (const { path, after } of step.settings) {
      if (after === null) files.delete(path)
      else if (this.#texts.has(keyOf(after))) files.set(path, keyOf(after))
    }
    this.#files.set(lane, files)
    if (step.settings.length > 0) this.#renew(lane)
    return { before, after: this.#rules.get(lane) ?? none }
  }

  /** Configurations of the main line now. */
  get standing(): readonly Setting[] {
    return [...(this.#files.get(0) ?? [])]
      .map(([path, blob]) => ({ path, blob }))
      .sort((a, b) => (a.path < b.path ? -1 : 1))
  }

  #renew(lane: number): void {
    const files = [...(this.#files.get(lane) ?? [])]
    const configurations = files.map(([path, blob]) => ({ path, text: this.#texts.get(blob) ?? '' }))
    this.#rules.set(lane, configurations.length === 0 ? none : this.#read(configurations))
  }
}

function strictest(one: PlaceRule, two: PlaceRule): PlaceRule {
  if (one === none) return two
  return two === none ? one : (path) => stricter(one(path), two(path))
}
