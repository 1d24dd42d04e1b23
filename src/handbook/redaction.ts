import { fold } from '../content/file-names.ts'
import { insideContent, tidyFolder } from '../content/folder-rules.ts'
import type { Content } from '../content/read.ts'
import { type Finding, finding } from '../model/finding.ts'
import type { Change, History } from '../model/history.ts'
import type { CommitId, RepoPath } from '../model/ids.ts'
import { visible } from '../text/visible.ts'

/** What the configuration's `redact` takes out of history. */
export interface Redaction {
  hasCommit(id: CommitId): boolean
  hasPath(path: RepoPath): boolean
}

/** One entry, as an id and as a path: `deadbeef` may be either. */
interface Item extends Redaction {
  readonly written: string
  readonly isId: boolean
}

/**
 * Reads `redact`: beginnings of commit ids, and files or folders, written as folder rules are: relative to the content
 * folder or to the repository, in any case of letters.
 */
export function redactionOf(redact: readonly string[], contentRoot: RepoPath): Redaction {
  if (redact.length === 0) return { hasCommit: () => false, hasPath: () => false }
  const items = redact.map((written) => itemOf(written, contentRoot))
  return {
    hasCommit: (id) => items.some((item) => item.hasCommit(id)),
    hasPath: (path) => items.some((item) => item.hasPath(path)),
  }
}

/** Entries that fit nothing: whoever wrote one believes that something is hidden. */
export function redactFindings(
  redact: readonly string[],
  content: Content,
  history: History,
  configuration: RepoPath | null,
): Finding[] {
  if (redact.length === 0) return []
  const commits = history.changes.flatMap((change) => [change.id, ...change.commits.map(({ id }) => id)])
  const paths = new Set([...content.byPath.keys(), ...content.withheldPaths, ...history.changes.flatMap(pathsOf)])
  return redact
    .map((written) => itemOf(written, content.contentRoot))
    .filter((item) => !commits.some(item.hasCommit) && ![...paths].some(item.hasPath))
    .map(({ written, isId }) => {
      // A commit may lie where a shallow clone does not reach.
      const isUnknown = isId && !history.complete
      const reason = `“${visible(written)}” under “redact” fits no commit and no path of this history, so it hides nothing.`
      return finding('configuration/redact', isUnknown ? 'warning' : 'error', reason, { path: configuration })
    })
}

function itemOf(written: string, contentRoot: RepoPath): Item {
  const root = fold(contentRoot)
  const beginning = written.trim().toLowerCase()
  const isId = /^[0-9a-f]{7,64}$/.test(beginning)
  const place = insideContent(tidyFolder(written), root)
  return {
    written,
    isId,
    hasCommit: (id) => isId && id.startsWith(beginning),
    hasPath: (path) => {
      const inside = insideContent(fold(path), root)
      return place !== '' && (inside === place || inside.startsWith(`${place}/`))
    },
  }
}

const pathsOf = ({ touches }: Change): RepoPath[] =>
  touches.flatMap(({ path, previousPath }) => [path, previousPath ?? path])
