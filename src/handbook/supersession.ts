import type { Content } from '../content/read.ts'
import { type Finding, finding } from '../model/finding.ts'
import type { Day, Route } from '../model/ids.ts'
import type { Page } from '../model/page.ts'
import { visible } from '../text/visible.ts'
import { pageNamed } from './page-named.ts'

/** What replaces what among policies, decisions and pages. Without circles: it can be followed to an end. */
export interface Supersession {
  /** Pages that a page says it replaces, what is only proposed included. */
  readonly supersedes: ReadonlyMap<Route, readonly Page[]>
  /** Pages that replace a page, the first to take effect first; nothing that is only proposed or was refused. */
  readonly supersededBy: ReadonlyMap<Route, readonly Page[]>
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
    for (const [other, replaced] of forward) {
      if (!replaced.includes(page) || own.includes(other) || !replaces(other)) continue
      const reason = `“${visible(other.title)}” says that it supersedes this page, which names ${quoted(own)} under “superseded_by”.`
      say(page, 'pages/superseded-by', 'warning', reason)
    }
  }

  const circular = inCircles(claims)
  for (const page of new Set([...circular].map(({ successor }) => successor))) {
    const others = [...circular].filter(({ successor }) => successor === page).map(({ old }) => old)
    const reason = `This page supersedes ${quoted(others)} and is superseded by it in turn. Until one of them is mended, neither replaces the other.`
    say(page, 'pages/supersedes-circle', 'error', reason)
  }

  const supersedes = new Map<Route, Page[]>()
  const supersededBy = new Map<Route, Page[]>()
  for (const claim of claims.filter((each) => !circular.has(each))) {
    append(supersedes, claim.successor.route, claim.old)
    if (replaces(claim.successor)) append(supersededBy, claim.old.route, claim.successor)
  }
  for (const successors of supersededBy.values()) {
    successors.sort((a, b) => effectOf(a).localeCompare(effectOf(b)) || (a.path < b.path ? -1 : 1))
  }
  return { supersedes, supersededBy, findings }
}

/** The day from which a page replaces others; null for at once. */
export const takesEffect = ({ frontMatter: { effective } }: Page): Day | null => (effective ?? null) as Day | null

const effectOf = (page: Page): string => takesEffect(page) ?? ''

/** What is only proposed, or was rejected, withdrawn or put off, replaces nothing. */
const replaces = ({ frontMatter: { status, draft } }: Page): boolean =>
  draft !== true && (status === undefined || status === 'accepted' || status === 'superseded')

/**
 * The page to read instead of another on a day: the end of what replaced it, not only the next of the chain. The page
 * itself where nothing has replaced it yet.
 */
export function currentOf({ supersededBy }: Pick<Supersession, 'supersededBy'>, page: Page, day: Day): Page {
  let current = page
  for (;;) {
    const next = supersededBy.get(current.route)?.find((successor) => effectOf(successor) <= day)
    if (next === undefined) return current
    current = next
  }
}

/** Days on which what stands at the end of a page's chain changes, after a day. */
export function chainDays({ supersededBy }: Pick<Supersession, 'supersededBy'>, page: Page, day: Day): readonly Day[] {
  const seen = new Set([page])
  for (const each of seen) for (const next of supersededBy.get(each.route) ?? []) seen.add(next)
  seen.delete(page)
  return [...seen].map(takesEffect).filter((effect): effect is Day => effect !== null && effect > day)
}

/** The claims that stand in a circle: those whose old page can be reached again from its successor. */
function inCircles(claims: readonly Claim[]): ReadonlySet<Claim> {
  // What is replaced by nothing, or replaces nothing, stands in no circle; neither does what is left when it is taken away.
  const left = new Set(claims)
  for (;;) {
    const replaced = new Set([...left].map(({ old }) => old))
    const replacing = new Set([...left].map(({ successor }) => successor))
    const loose = [...left].filter(({ old, successor }) => !replaced.has(successor) || !replacing.has(old))
    if (loose.length === 0) break
    for (const claim of loose) left.delete(claim)
  }
  return new Set([...left].filter((claim) => reaches(left, claim.successor, claim.old)))
}

function reaches(claims: ReadonlySet<Claim>, from: Page, to: Page): boolean {
  const seen = new Set([from])
  for (const page of seen) {
    for (const { old, successor } of claims) if (old === page) seen.add(successor)
  }
  return seen.has(to)
}

const quoted = (pages: readonly Page[]): string => pages.map(({ title }) => `“${visible(title)}”`).join(', ')

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else if (!list.includes(value)) list.push(value)
}
