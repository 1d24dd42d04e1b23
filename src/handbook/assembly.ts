import type { RuleOf } from '../content/folder-rules.ts'
import type { Resolver } from '../content/links.ts'
import type { Content } from '../content/read.ts'
import type { Forge } from '../forge/addresses.ts'
import type { BlockStory } from '../model/block-history.ts'
import type { Configuration } from '../model/configuration.ts'
import type { Audience } from '../model/front-matter.ts'
import type { Change, History, PageChange, PageTouch } from '../model/history.ts'
import type { Day, Route } from '../model/ids.ts'
import type { Page, TreeNode } from '../model/page.ts'
import type { Shell } from '../model/view.ts'
import type { CommittedOf } from '../source/committed.ts'
import type { GoneStory } from './block-stories.ts'
import type { DecidedChanges } from './decided-changes.ts'
import type { RedactedTexts } from './redacted-texts.ts'
import type { ShownAnchors } from './shown-anchors.ts'
import type { SiteRoutes } from './site-routes.ts'

/** A change with only those touches that this build may show; there is at least one. */
export interface ShownChange {
  readonly change: Change
  readonly touches: readonly ShownTouch[]
  /** True when it has a page of its own (DESIGN decision 11). */
  readonly hasPage: boolean
}

/** One touch with the page of today that it belongs to, or null when that page is gone. */
export interface ShownTouch {
  readonly touch: PageTouch
  readonly page: Page | null
}

/** Where a page stands: its node, the nodes above it (root first), its neighbours in reading order. */
export interface Standing {
  readonly node: TreeNode
  readonly above: readonly TreeNode[]
  readonly previous: Page | null
  readonly next: Page | null
}

/** All that the views are made from, put together once when a handbook is opened. */
export interface Assembly {
  readonly configuration: Configuration
  readonly audience: Audience
  readonly today: Day
  readonly ruleOf: RuleOf
  readonly content: Content
  readonly resolver: Resolver
  readonly history: History
  readonly forge: Forge | null
  readonly shell: Shell
  readonly routes: SiteRoutes
  /** Newest first. */
  readonly changes: readonly ShownChange[]
  readonly changeById: ReadonlyMap<string, ShownChange>
  /** Shown changes of a page, newest first, by its route. */
  readonly changesOfPage: ReadonlyMap<Route, readonly PageChange[]>
  /** Anchors that pages have had. */
  readonly anchors: ShownAnchors
  readonly standing: ReadonlyMap<Route, Standing>
  /** Pages that link to a page, in the order of the tree. */
  readonly linkedFrom: ReadonlyMap<Route, readonly Page[]>
  /** Pages whose folder does not show its history. */
  readonly historyHidden: ReadonlySet<Route>
  /** Versions that may hold what is redacted. */
  readonly redacted: RedactedTexts
  /** Whether a page's text is committed. */
  readonly committed: CommittedOf
  /** Blocks of a page in the order of their lines; none where its history is not shown. */
  readonly blocksOf: (page: Page) => readonly BlockStory[]
  /** Blocks that are gone from a page, newest first, as far as this build may tell of them; without their texts. */
  readonly goneFrom: (page: Page) => readonly GoneStory[]
  /** Which decisions each change brought or had accepted. */
  readonly decided: DecidedChanges
  /** What replaces a page, the first to take effect first (see `supersession.ts`). */
  readonly supersededBy: ReadonlyMap<Route, readonly Page[]>
  /** All that is tied to a page by what replaces what, older ones first. */
  readonly chains: ReadonlyMap<Route, readonly Page[]>
  /** Pages that a page says it replaces. */
  readonly supersedes: ReadonlyMap<Route, readonly Page[]>
}

/** First 12 characters of a commit id: how a change is named in addresses. */
export const shortId = (change: Change): string => change.id.slice(0, 12)
