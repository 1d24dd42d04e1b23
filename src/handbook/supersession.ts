import type { Content } from '../content/read.ts'
import { type Finding, finding } from '../model/finding.ts'
import type { Day, Route } from '../model/ids.ts'
import type { Page } from '../model/page.ts'
import { circlesOf } from '../text/circles.ts'
import { visible } from '../text/visible.ts'
import { pageNamed } from './page-named.ts'

/** What replaces what among policies, decisions and pages. Without circles: it can be followed to an end. */
export interface Supersession {
  /** Pages that a page says it replaces, what is only proposed included. */
  readonly supersedes: ReadonlyMap<Route, readonly Page[]>
  /** Pages that replace a page, the first to take effect first; nothing that is only proposed or was refused. */
  readonly supersededBy: ReadonlyMap<Route, readonly Page[]>
  /** All that is tied to a page by that, itself and proposals too: older ones before those that replace them. */
  readonly chains: ReadonlyMap<Route, readonly Page[]>
  readonly findings: readonly Finding[]
}

interface Claim {
  readonly old: Page
  readonly successor: Page
}

/** Reads it out of `supersedes` and `superseded_by`, and finds circles, loose ends and pages that contradict each other. */
export function supersessionOf(content: Content): Supersession {
  const findings: Finding[] = []
  const say = (page: Page, ruleId: string, level: 'error' | 'warning', reason: string): void => {
    findings.push(finding(ruleId, level, reason, { path: page.path, line: 1 }))
  }
  const named = (page: Page, key: 'supersedes' | 'superseded_by'): Page[] => {
    const rule = key === 'supersedes' ? 'pages/supersedes' : 'pages/superseded-by'
    const all = (page.frontMatter[key] ?? []).map((name) => {
      const other = pageNamed(content, page, name)
      if (other !== null && other !== page) return other
      say(page, rule, 'warning', `“${key}: ${visible(name)}” names no other page of the handbook.`)
      return null
    })
    return [...new Set(all)].filter((other) => other !== null)
  }
  const forward = new Map(content.pages.map((page) => [page, named(page, 'supersedes')]))
  const backward = new Map(content.pages.map((page) => [page, named(page, 'superseded_by')]))

  const claimants = new Map<Page, Page[]>()
  for (const [page, olds] of forward) for (const old of olds) append(claimants, old, page)

  const claims: Claim[] = []
  for (const page of content.pages) {
    for (const old of forward.get(page) ?? []) claims.push({ old, successor: page })
    for (const successor of backward.get(page) ?? []) {
      const theirs = forward.get(successor) ?? []
      if (theirs.includes(page)) continue
      claims.push({ old: page, successor })
      if (theirs.length === 0) continue
      const reason = `This page says that “${visible(successor.title)}” supersedes it; that page names others under “supersedes”, and not this one.`
      say(page, 'pages/superseded-by', 'warning', reason)
    }
    const own = backward.get(page) ?? []
    if (own.length === 0) continue
    for (const other of claimants.get(page) ?? []) {
      if (own.includes(other) || !replaces(other)) continue
      const reason = `“${visible(other.title)}” says that it supersedes this page, which names ${quoted(own)} under “superseded_by”.`
      say(page, 'pages/superseded-by', 'warning', reason)
    }
  }

  const circular = inCircles(claims)
  for (const [page, own] of Map.groupBy(circular, ({ successor }) => successor)) {
    const others = own.map(({ old }) => old)
    const reason = `This page supersedes ${quoted(others)} and is superseded by it in turn. Until one of them is mended, neither replaces the other.`
    say(page, 'pages/supersedes-circle', 'error', reason)
  }

  const supersedes = new Map<Route, Page[]>()
  const supersededBy = new Map<Route, Page[]>()
  const straight = claims.filter((each) => !circular.has(each))
  for (const claim of straight) {
    append(supersedes, claim.successor.route, claim.old)
    if (replaces(claim.successor)) append(supersededBy, claim.old.route, claim.successor)
  }
  for (const successors of supersededBy.values()) {
    successors.sort((a, b) => effectOf(a).localeCompare(effectOf(b)) || (a.path < b.path ? -1 : 1))
  }
  return { supersedes, supersededBy, chains: chainsOf(straight), findings }
}

/** The day from which a page replaces others; null for at once. */
export const takesEffect = ({ frontMatter: { effective } }: Page): Day | null => (effective ?? null) as Day | null

const effectOf = (page: Page): string => takesEffect(page) ?? ''

/** What is only proposed, or was rejected, withdrawn or put off, replaces nothing. */
const replaces = ({ frontMatter: { status, draft } }: Page): boolean =>
  draft !== true && (status === undefined || status === 'accepted' || status === 'superseded')

const currents = new WeakMap<Supersession['supersededBy'], Map<Day, Map<Page, Page>>>()

/**
 * The page to read instead of another on a day: the end of what replaced it, not only the next of the chain. The page
 * itself where nothing has replaced it yet.
 */
export function currentOf({ supersededBy }: Pick<Supersession, 'supersededBy'>, page: Page, day: Day): Page {
  const days = currents.get(supersededBy) ?? new Map<Day, Map<Page, Page>>()
  currents.set(supersededBy, days)
  const known = days.get(day) ?? new Map<Page, Page>()
  days.set(day, known)
  const passed: Page[] = []
  let current = page
  for (;;) {
    const end = known.get(current)
    const next = end ?? supersededBy.get(current.route)?.find((successor) => effectOf(successor) <= day)
    if (next === undefined) break
    passed.push(current)
    current = next
    if (end !== undefined) break
  }
  // Each page of a long chain is asked for: what is known of one is known of those before it.
  for (const each of passed) known.set(each, current)
  return current
}

/** Days after one on which something of a page's chain takes effect, the first ones. */
export function chainDays({ chains }: Pick<Supersession, 'chains'>, page: Page, day: Day): readonly Day[] {
  const chain = chains.get(page.route)
  if (chain === undefined) return []
  const known = coming.get(chain)
  if (known?.after === day) return known.days
  const effects = chain.map(takesEffect).filter((effect): effect is Day => effect !== null && effect > day)
  const days = [...new Set(effects)].toSorted().slice(0, MOST_DAYS)
  coming.set(chain, { after: day, days })
  return days
}

const MOST_DAYS = 12
const coming = new WeakMap<readonly Page[], { readonly after: Day; readonly days: readonly Day[] }>()

/** The claims that stand in a circle: those whose two pages lead to each other. */
function inCircles(claims: readonly Claim[]): ReadonlySet<Claim> {
  const olds = new Map<Page, Page[]>()
  for (const { old, successor } of claims) append(olds, successor, old)
  const circles = circlesOf(olds.keys(), (page) => olds.get(page) ?? [])
  return new Set(claims.filter(({ old, successor }) => circles.get(old) === circles.get(successor)))
}

/** The pages that are tied together by claims, older ones before those that replace them; by the route of each. */
function chainsOf(claims: readonly Claim[]): ReadonlyMap<Route, readonly Page[]> {
  const beside = new Map<Page, Page[]>()
  const after = new Map<Page, Page[]>()
  const waits = new Map<Page, number>()
  for (const { old, successor } of claims) {
    append(beside, old, successor)
    append(beside, successor, old)
    append(after, old, successor)
  }
  for (const successors of after.values()) for (const page of successors) waits.set(page, (waits.get(page) ?? 0) + 1)
  const chains = new Map<Route, readonly Page[]>()
  for (const start of beside.keys()) {
    if (chains.has(start.route)) continue
    const tied = new Set([start])
    for (const page of tied) for (const other of beside.get(page) ?? []) tied.add(other)
    const ready = new Set([...tied].filter((page) => !waits.has(page)))
    for (const page of ready) {
      for (const next of after.get(page) ?? []) {
        const left = (waits.get(next) ?? 0) - 1
        waits.set(next, left)
        if (left === 0) ready.add(next)
      }
    }
    const chain = [...ready]
    for (const page of tied) chains.set(page.route, chain)
  }
  return chains
}

const quoted = (pages: readonly Page[]): string => pages.map(({ title }) => `“${visible(title)}”`).join(', ')

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else if (!list.includes(value)) list.push(value)
}
