import type { Kind } from '../model/front-matter.ts'
import type { RepoPath, Route } from '../model/ids.ts'
import type { StatusView } from '../model/view.ts'

/** One page as the search index takes it: its own text and what is known of it; no notes, timelines or facts. */
export interface SearchDocument {
  readonly route: Route
  readonly path: RepoPath
  readonly title: string
  readonly kind: Kind
  /** The word of its main status (`In force`), or null. */
  readonly status: string | null
  /** The same status as results draw it: `In force` alone does not tell since when, or whether only from a day on. */
  readonly statusShown: Omit<StatusView, 'link'> | null
  /** True when another page replaced it or its time is over: shown below what is in force. */
  readonly isPast: boolean
  /** What to read instead, when superseded: the end of the chain. */
  readonly replacedBy: { readonly title: string; readonly route: Route } | null
  /** How it stands from days on that were still to come when the index was built, earliest first. */
  readonly turns: readonly {
    readonly from: string
    readonly status: Omit<StatusView, 'link'> | null
    readonly isPast: boolean
    readonly replacedBy: { readonly title: string; readonly route: Route } | null
  }[]
  readonly owner: string | null
  /** Label of the top-level folder it stands in, or null at the root. */
  readonly folder: string | null
  /** Labels of the folders above it, outermost first. */
  readonly trail: readonly string[]
  readonly lang: string
  readonly keywords: readonly string[]
  readonly description: string | null
  /** Sanitised HTML of the text alone; headings carry their ids. */
  readonly html: string
}
