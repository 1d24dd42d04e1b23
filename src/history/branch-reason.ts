import type { Reasoning } from '../model/history.ts'
import type { RepoPath } from '../model/ids.ts'
import { saysSomething } from './noise.ts'
import { capped } from './reasoning.ts'

/** The reason that one commit of a merged branch gives, and the pages that it gives it for. */
export interface BranchReason {
  readonly title: string
  readonly text: string
  readonly kind: Reasoning['kind']
  /** Markdown files that the commit changed, of those that differ after the merge. */
  readonly paths: readonly RepoPath[]
}

/**
 * One text of what the commits of a branch say. Reasons of several commits stand under their titles, those with a word
 * of why first, each in the order written.
 *
 * @param title - title of the entry, which no part repeats
 * @returns null without a reason
 */
export function joinReasons(title: string, reasons: readonly Omit<BranchReason, 'paths'>[]): Reasoning | null {
  const sorted = [...reasons.filter(({ kind }) => kind === 'why'), ...reasons.filter(({ kind }) => kind === 'what')]
  const [first] = sorted
  if (first === undefined) return null
  const { kind } = first
  if (sorted.length === 1) return { text: continued(first.text, first.title), kind, source: 'branch' }
  const parts = sorted.map((own) =>
    saysSomething(own.title) && own.title !== title ? `**${own.title}**\n\n${own.text}` : own.text,
  )
  return { text: capped(parts.join('\n\n')), kind, source: 'branch' }
}

/** Some begin the body where the subject ends: `... in the reward policy`. */
function continued(text: string, title: string): string {
  return /^(?:\.\.\.|…)/.test(text) ? `${title} ${text}` : text
}

/** Reasons of an entry's branch as each of its pages sees them. */
export class ReasonsByPage {
  readonly #title: string
  readonly #reasons: readonly BranchReason[]
  /** Places of the reasons of the commits that changed a path. */
  readonly #byPath = new Map<RepoPath, number[]>()
  /** By the places of the reasons that were chosen, so that equal choices are one object. */
  readonly #joined = new Map<string, Reasoning | null>()

  constructor(title: string, reasons: readonly BranchReason[]) {
    this.#title = title
    this.#reasons = reasons
    for (const [at, { paths }] of reasons.entries()) {
      for (const path of paths) {
        const places = this.#byPath.get(path)
        if (places === undefined) this.#byPath.set(path, [at])
        else places.push(at)
      }
    }
  }

  /** The reason of the change as a whole: of everything that its commits did to pages. */
  get whole(): Reasoning | null {
    return this.#of(new Set(this.#reasons.keys()))
  }

  /** What was said in commits that changed one of a page's paths. */
  of(paths: readonly (RepoPath | null)[]): Reasoning | null {
    return this.#of(new Set(paths.flatMap((path) => (path === null ? [] : (this.#byPath.get(path) ?? [])))))
  }

  #of(chosen: ReadonlySet<number>): Reasoning | null {
    const places = [...chosen].sort((a, b) => a - b)
    const key = places.join()
    const known = this.#joined.get(key)
    if (known !== undefined) return known
    const reasons = places.flatMap((at) => this.#reasons[at] ?? [])
    const joined = joinReasons(this.#title, reasons)
    this.#joined.set(key, joined)
    return joined
  }
}
