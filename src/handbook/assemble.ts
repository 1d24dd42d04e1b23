import { folderRules } from '../content/folder-rules.ts'
import { resolverFor } from '../content/links.ts'
import type { Content } from '../content/read.ts'
import type { Forge } from '../forge/addresses.ts'
import type { Configuration } from '../model/configuration.ts'
import type { Finding } from '../model/finding.ts'
import type { Audience } from '../model/front-matter.ts'
import type { History } from '../model/history.ts'
import type { Day, RepoPath, Route } from '../model/ids.ts'
import { reviewDueOn } from '../model/status.ts'
import type { CommittedOf } from '../source/committed.ts'
import type { Assembly } from './assembly.ts'
import { knownBlocks } from './known-blocks.ts'
import { linkedFromOf } from './linked-from.ts'
import { changeOfReason } from './reason-files.ts'
import { shellOf } from './shell.ts'
import { shownAnchors } from './shown-anchors.ts'
import { shownHistory } from './shown-changes.ts'
import { siteRoutes } from './site-routes.ts'
import { standingOf } from './standing.ts'
import { supersessionOf } from './supersession.ts'
import { gateOf } from './visibility.ts'

/** What has been read, before it is put together. */
export interface Parts {
  readonly configuration: Configuration
  readonly audience: Audience
  readonly today: Day
  readonly content: Content
  readonly history: History
  readonly forge: Forge | null
  readonly folderName: string
  readonly base: string | null
  readonly site: string | null
  readonly trusted: boolean
  readonly committed: CommittedOf
}

/** Puts content and history together into what the views are made from; pure. */
export function assemble(parts: Parts): { readonly assembly: Assembly; readonly findings: readonly Finding[] } {
  const { content, configuration, history, audience } = parts
  const { contentRoot } = content
  const ruleOf = folderRules(configuration, contentRoot)
  const gate = gateOf({ configuration, audience, ruleOf, contentRoot }, history, content)
  const standing = standingOf(content)
  const taken = takenRoutes(content, standing)
  const hasReviews = content.pages.some(
    ({ path, frontMatter }) => reviewDueOn({ frontMatter, rule: ruleOf(path) }) !== null,
  )
  const site = siteRoutes(taken, hasReviews)
  const shown = shownHistory(gate, history, content.pages)
  const anchors = shownAnchors(gate, history, content)
  const resolver = resolverFor(
    content,
    { site: parts.site ?? configuration.site ?? null, forge: parts.forge },
    {
      changeOf: changeOfReason(history, shown.changeById, site.routes),
      anchorNow: (page, anchor) => anchors.get(page.path)?.get(anchor) ?? null,
    },
  )
  const supersession = supersessionOf(content)
  const shell = shellOf({
    ...parts,
    routes: site.routes,
    indexTitle: content.byRoute.get('/' as Route)?.title ?? null,
    hasDecisions: content.pages.some((page) => page.kind === 'decision'),
    hasPolicies: content.pages.some((page) => page.kind === 'policy'),
  })
  const assembly: Assembly = {
    configuration,
    audience,
    today: parts.today,
    ruleOf,
    content,
    resolver,
    history,
    forge: parts.forge,
    committed: parts.committed,
    shell,
    routes: site.routes,
    ...shown,
    anchors,
    standing,
    linkedFrom: linkedFromOf(content, resolver),
    decided: new Map(),
    supersededBy: supersession.supersededBy,
    supersedes: supersession.supersedes,
    chains: supersession.chains,
    ...knownBlocks(() => assembly),
  }
  return {
    assembly,
    findings: [...site.findings, ...supersession.findings],
  }
}

/**
 * Addresses that are the handbook's. A folder without an index page gives its address to our list where the list shows
 * all that the listing would: a folder of decisions, a folder of policies.
 */
function takenRoutes(content: Content, standing: Assembly['standing']): Map<Route, RepoPath | null> {
  const lists = { '/decisions/': 'decision', '/policies/': 'policy' } as const
  const taken = new Map<Route, RepoPath | null>()
  for (const { node } of standing.values()) {
    if (node.path !== null) continue
    const kind = lists[node.route as keyof typeof lists]
    const inside = kind === undefined ? [] : content.pages.filter((page) => page.route.startsWith(node.route))
    if (kind === undefined || inside.some((page) => page.kind !== kind)) taken.set(node.route, node.folder)
  }
  for (const page of content.pages) taken.set(page.route, page.path)
  return taken
}
