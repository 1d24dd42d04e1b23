import type { RuleOf } from '../content/folder-rules.ts'
import { isContentPath } from '../content/never-content.ts'
import type { Content } from '../content/read.ts'
import type { Configuration } from '../model/configuration.ts'
import type { Audience } from '../model/front-matter.ts'
import type { Change, History, PageTouch, Reasoning } from '../model/history.ts'
import type { RepoPath } from '../model/ids.ts'
import type { Page } from '../model/page.ts'
import type { Assembly, ShownTouch } from './assembly.ts'
import { type Redaction, redactionOf } from './redaction.ts'

/** What decides whether a part of history may be shown; the one place that does. */
export interface Gate {
  readonly configuration: Configuration
  readonly audience: Audience
  readonly ruleOf: RuleOf
  readonly contentRoot: RepoPath
  readonly redaction: Redaction
  /** Files that this build may not show today. */
  readonly withheldPaths: ReadonlySet<RepoPath>
  /** Everything that ever happened to them, under whatever name. */
  readonly withheldTouches: ReadonlySet<PageTouch>
}

/** The gate of a build; before its content is read, that of what history alone can tell. */
export function gateOf(
  rules: Pick<Gate, 'configuration' | 'audience' | 'ruleOf' | 'contentRoot'>,
  history: History,
  content: Pick<Content, 'withheldPaths'> = { withheldPaths: new Set() },
): Gate {
  const { withheldPaths } = content
  const withheldTouches = new Set(
    [...withheldPaths].flatMap((path) => history.changesOf(path).map(({ touch }) => touch)),
  )
  return {
    ...rules,
    redaction: redactionOf(rules.configuration.redact, rules.contentRoot),
    withheldPaths,
    withheldTouches,
  }
}

/**
 * True for a touch that a reader of this build must not learn of (SECURITY decision 8): one of its versions was a
 * draft, or internal in a public build, by the rules of its time or of today; its page is withheld today; or it is
 * redacted.
 */
export function isPrivate(gate: Gate, change: Change, touch: PageTouch): boolean {
  const { audience, redaction, withheldTouches } = gate
  if (touch.visibility === 'draft' || (touch.visibility === 'internal' && audience === 'public')) return true
  if (withheldTouches.has(touch) || redaction.hasCommit(change.id)) return true
  return [touch.path, touch.previousPath].some((path) => path !== null && isPrivatePath(gate, path))
}

/** How a touch is seen: `elsewhere` is not private and no part of the handbook. */
export type Sight = 'shown' | 'hidden' | 'elsewhere'

/** @param page - today's page of the touch, or null when it is gone */
export function sightOf(gate: Gate, change: Change, touch: PageTouch, page: Page | null): Sight {
  if (isPrivate(gate, change, touch) || (page !== null && isPrivatePath(gate, page.path))) return 'hidden'
  if (page === null && !isContentPath(touch.path, gate.contentRoot)) return 'elsewhere'
  const paths = [touch.path, touch.previousPath, page?.path ?? null]
  return paths.some((path) => path !== null && showOf(gate, path) === 'none') ? 'hidden' : 'shown'
}

/**
 * A change as this build may tell it. What a commit says may be of any page that its branch touched: where one is
 * hidden, so is what the commits of the branch say.
 *
 * @param hasHidden - true when one of its touches is hidden
 */
export function changeAsShown(gate: Gate, change: Change, hasHidden: boolean): Change {
  const redacted = change.commits.filter(({ id }) => gate.redaction.hasCommit(id))
  const commits = hasHidden ? [] : change.commits.filter((commit) => !redacted.includes(commit))
  const isCut = hasHidden || redacted.length > 0
  const hasTitle = change.titleFrom === 'entry' || !(hasHidden || redacted.some(({ title }) => title === change.title))
  const reasoning = reasonAsShown(gate, change.reasoning, isCut)
  if (!isCut && reasoning === change.reasoning) return change
  return { ...change, title: hasTitle ? change.title : '', reasoning, commits }
}

/** @param isCut - true when commits of the change's branch are left out */
export function reasonAsShown(gate: Gate, reasoning: Reasoning | null, isCut: boolean): Reasoning | null {
  if (reasoning === null || (reasoning.source === 'branch' && isCut)) return null
  return reasoning.file !== undefined && isPrivatePath(gate, reasoning.file) ? null : reasoning
}

function isPrivatePath(gate: Gate, path: RepoPath): boolean {
  const isInternal = gate.audience === 'public' && gate.ruleOf(path).audience === 'internal'
  return isInternal || gate.withheldPaths.has(path) || gate.redaction.hasPath(path)
}

type Show = NonNullable<Configuration['history']['show']>

function showOf({ configuration, ruleOf }: Pick<Gate, 'configuration' | 'ruleOf'>, path: RepoPath): Show {
  return ruleOf(path).history?.show ?? configuration.history.show ?? 'diff'
}

/** What is kept of text that is gone, by the strictest rule of the places that it stood at. */
export function removedOf(
  { configuration, ruleOf }: Pick<Gate, 'configuration' | 'ruleOf'>,
  paths: readonly RepoPath[],
): 'text' | 'record' | 'none' {
  const rules = paths.map((path) => ruleOf(path).history?.removed ?? configuration.history.removed ?? 'text')
  return rules.includes('none') ? 'none' : rules.includes('record') ? 'record' : 'text'
}

/** True when the folder of a page shows nothing of its history. */
export function isHistoryHidden(gate: Gate, page: Page): boolean {
  return showOf(gate, page.path) === 'none'
}

/**
 * How much of a shown touch may be told: `diff` with the difference of its text, `masked` with those lines alone that
 * cannot be redacted ones, `summary` and `redacted` without.
 */
export function historyShown(
  assembly: Assembly,
  { touch, page }: ShownTouch,
): 'summary' | 'diff' | 'masked' | 'redacted' {
  const { configuration, ruleOf } = assembly
  // A page that has left a folder takes what it said there not with it.
  const paths = [page?.path ?? null, touch.path, touch.previousPath].filter((path) => path !== null)
  // Every difference and every old version holds text that is gone, be it as what was added then.
  if (removedOf({ configuration, ruleOf }, paths) !== 'text') return 'summary'
  if (paths.some((path) => showOf(assembly, path) !== 'diff')) return 'summary'
  if (assembly.redacted.isMade(touch)) return 'redacted'
  return assembly.redacted.baseOf(touch) === undefined ? 'diff' : 'masked'
}
