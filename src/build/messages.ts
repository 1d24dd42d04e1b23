import type { StepTime } from '../handbook/handbook.ts'
import type { Place } from '../model/error.ts'
import type { Finding } from '../model/finding.ts'
import type { BuildOptions } from './options.ts'

/** What a finished build is able to say about itself. */
export interface Outcome {
  /** Markdown pages of the handbook. */
  readonly pages: number
  /** HTML pages of the site. */
  readonly htmlPages: number
  /** HTML pages that were drawn in this build; the others are those of the last one. */
  readonly drawn: number
  readonly files: number
  readonly bytes: number
  readonly findings: readonly Finding[]
  /** Pages that are left out because of a fault, each by the finding that says why. */
  readonly withheld: readonly Finding[]
  readonly steps: readonly Step[]
  /** One sentence on how far history reaches. */
  readonly history: string
  readonly hasSite: boolean
}

/** A step of the build as `build --json` tells it; memory is the process's peak until then, in megabytes. */
export interface Step extends StepTime {
  readonly memory: number
}

/** Parent to child: the one message it gets. */
export interface Job {
  readonly options: BuildOptions
  /** Folder the child writes into; exists and is empty. */
  readonly staged: string
  /** Folder for caches of this output. */
  readonly work: string
  /** Key of Whybook's code. */
  readonly site: string
  /** Manifest of the last output; may be missing. */
  readonly lastManifest: string
  /** Key of the probe that was taken before, to be kept in the manifest; null when it cannot be relied on. */
  readonly probe: string | null
  /** File the new manifest is written to; the parent moves it into place after the output. */
  readonly manifest: string
  /** File that names the page being drawn, for a parent that has to end this process. */
  readonly activity: string
  /** Lets Astro and what it runs speak. */
  readonly debug: boolean
}

/** Child to parent. */
export type Message =
  | { readonly type: 'step'; readonly step: string; readonly done: number; readonly total: number }
  /** All pages are drawn: the watch ends. */
  | { readonly type: 'drawn' }
  /** Nothing changed: the output stands as it is. */
  | { readonly type: 'unchanged'; readonly outcome: Outcome }
  /** Everything lies in the staged folder; `files` are all paths below it, with their sizes. */
  | { readonly type: 'done'; readonly outcome: Outcome; readonly files: readonly (readonly [string, number])[] }
  | { readonly type: 'failed'; readonly error: PlainError }

/** An error that can be sent between processes. */
export interface PlainError {
  readonly code: string | null
  readonly message: string
  readonly place: Place | null
  readonly hint: string | null
  readonly stack: string | null
}
