import { type Finding, finding } from '../model/finding.ts'
import type { Page } from '../model/page.ts'
import type { CommittedOf } from '../source/committed.ts'
import { counted } from '../text/counting.ts'
import { visible } from '../text/visible.ts'

/** One finding for all pages whose text no commit holds. */
export function uncommittedFindings(pages: readonly Page[], committed: CommittedOf): readonly Finding[] {
  const paths = pages.filter((page) => ['changed', 'new'].includes(committed(page) ?? '')).map(({ path }) => path)
  if (paths.length === 0) return []
  const named = paths.slice(0, MOST_NAMED).map((path) => visible(path))
  const others = paths.length > MOST_NAMED ? ` and ${paths.length - MOST_NAMED} more` : ''
  const reason = `${counted(paths.length, 'page')} ${paths.length === 1 ? 'has' : 'have'} text that no commit holds yet, and history tells nothing of it: ${named.join(', ')}${others}.`
  return [finding('history/uncommitted', 'info', reason)]
}

const MOST_NAMED = 20
