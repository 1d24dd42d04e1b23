import type { RuleOf } from '../content/folder-rules.ts'
import { isContentPath } from '../content/never-content.ts'
import type { Content } from '../content/read.ts'
import type { Configuration } from '../model/configuration.ts'
import type { Audience } from '../model/front-matter.ts'
import type { Change, PageTouch } from '../model/history.ts'
import type { Page } from '../model/page.ts'
import type { Assembly, ShownTouch } from './assembly.ts'

/** What decides whether a part of history may be shown. */
export interface Gate {
  readonly configuration: Configuration
  readonly audience: Audience
  readonly content: Content
  readonly ruleOf: RuleOf
}

/** True when an entry is on the configuration's `redact` list. */
export function isRedacted(change: Change, configuration: Configuration): boolean {
  return configuration.redact.some((item) => /^[0-9a-f]{7,64}$/.test(item) && change.id.startsWith(item))
}

/**
 * Whether a touch may be shown at all (SECURITY decision 8): its versions were not drafts (nor internal, in a
 * public build), the page is not withheld today, and its folder shows its history.
 *
 * @param page - today's page of the touch, or null when it is gone
 */
export function isShown(gate: Gate, touch: PageTouch, page: Page | null): boolean {
  const { configuration, audience, content } = gate
  if (touch.visibility === 'draft') return false
  if (touch.visibility === 'internal' && audience === 'public') return false
  const paths = [touch.path, touch.previousPath, page?.path ?? null].filter((path) => path !== null)
  return (
    paths.every((path) => {
      if (content.withheldPaths.has(path) || configuration.redact.includes(path)) return false
      const rule = gate.ruleOf(path)
      if (rule.audience === 'internal' && audience === 'public') return false
      return (rule.history?.show ?? configuration.history.show) !== 'none'
    }) &&
    (page !== null || isContentPath(touch.path, content.contentRoot))
  )
}

/** How much of a shown touch may be told: `diff` with the difference of its text, `summary` without. */
export function historyShown({ configuration, ruleOf }: Assembly, { touch, page }: ShownTouch): 'summary' | 'diff' {
  const rule = ruleOf(page?.path ?? touch.path)
  const show = rule.history?.show ?? configuration.history.show ?? 'diff'
  if (page === null && (rule.history?.removed ?? configuration.history.removed ?? 'text') !== 'text') return 'summary'
  return show === 'diff' ? 'diff' : 'summary'
}
