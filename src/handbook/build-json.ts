import type { Assembly } from './assembly.ts'
import { markOf } from './lately.ts'

/**
 * What changes with every build, for the foot of each page: loaded by script, so that a page that did not change is
 * the same file in the next build (DESIGN decision 3).
 */
export function buildJson(assembly: Assembly): string {
  const { history, forge, content } = assembly
  return JSON.stringify({
    schema: 1,
    commit: history.head,
    committedAt: history.headAt,
    href: history.head === null ? null : (forge?.commit(history.head) ?? null),
    pages: content.pages.length,
    newest: markOf(assembly),
  })
}
