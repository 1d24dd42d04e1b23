import type { RepoPath } from './ids.ts'

/** `error` withholds a page or makes `check` fail; `warning` fails it with `--strict`; `info` never does. */
export type Level = 'error' | 'warning' | 'info'

/** Something a check reports about content: never thrown, always collected and shown together. */
export interface Finding {
  /** `room/rule`, e.g. `links/broken`, stable. */
  readonly ruleId: string
  readonly level: Level
  /** One sentence: what is wrong and, where known, what would be right. */
  readonly reason: string
  /** File it is about; null when it is about the repository as a whole. */
  readonly path: RepoPath | null
  /** From 1, in the file as it is on disk (front matter included). */
  readonly line: number | null
  readonly column: number | null
  /** Page that explains the rule, when there is one. */
  readonly url: string | null
}

/** Builds a finding; what is left out is null. */
export function finding(
  ruleId: string,
  level: Level,
  reason: string,
  place: { readonly path?: RepoPath | null; readonly line?: number | null; readonly column?: number | null } = {},
): Finding {
  return {
    ruleId,
    level,
    reason,
    path: place.path ?? null,
    line: place.line ?? null,
    column: place.column ?? null,
    url: null,
  }
}
