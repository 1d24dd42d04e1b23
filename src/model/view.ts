/**
 * What the site's pages may show, as plain JSON. A page of the site is a function of its view and the shell
 * (DESIGN decision 3). Every `href` is ready for use: relative to the page it stands on, or an outside address.
 */
import type { Kind } from './front-matter.ts'
import type { Instant, Route } from './ids.ts'
import type { ChainView, ChangedByView, TimelineView } from './life-view.ts'

export interface LinkView {
  readonly label: string
  readonly href: string
}

/** Words of section 6 of LOOK.md. `name` chooses shape, border and icon; `label` and `date` are what is read. */
export type StatusName =
  | 'force'
  | 'later'
  | 'ended'
  | 'superseded'
  | 'draft'
  | 'proposed'
  | 'accepted'
  | 'rejected'
  | 'deferred'
  | 'withdrawn'
  | 'due'
  | 'overdue'
  | 'controlled'

export interface StatusView {
  readonly name: StatusName
  /** The word, e.g. `In force`. */
  readonly label: string
  /** Word before the date: `since`, `from`, `until`, `` for none. */
  readonly dateWord: string
  /** `YYYY-MM-DD`, or null. */
  readonly date: string | null
  /** For `superseded`: what replaced it. */
  readonly link: LinkView | null
}

export interface ReasonView {
  /** Safe HTML of the whole reason (rendered by the handbook through the one sanitiser). */
  readonly html: string
  /** Plain text, at most 280 characters, cut at a word with an ellipsis. */
  readonly short: string
  readonly kind: 'why' | 'what'
  /** What stands over it: `Why`, `What its author wrote`, `What was added afterwards`. */
  readonly label: string
  /** As a sentence part: `in the merge commit`, `in the commit`, `in a git note`. */
  readonly source: string
}

/** One change, as lists show it. */
export interface ChangeRow {
  /** First 12 characters of the commit id. */
  readonly id: string
  /** Its page, or its anchor on its month's page. */
  readonly href: string
  readonly title: string
  readonly landedAt: Instant | null
  readonly reason: ReasonView | null
  readonly mergeRequest: { readonly reference: string; readonly href: string | null } | null
  readonly authors: readonly string[]
  readonly mergedBy: string | null
  /** Lines, summed over what the list is about. */
  readonly added: number
  readonly removed: number
  /** For a page's own history: what happened to it; null in lists of the whole handbook. */
  readonly kind: 'added' | 'modified' | 'moved' | 'removed' | null
  /** Path before a move, for display. */
  readonly previousPath: string | null
  /** Path after a move, for display. */
  readonly path: string | null
  /** Pages it touched, at most 6 named; for lists of the whole handbook. */
  readonly pages: readonly LinkView[]
  /** How many pages it touched in all. */
  readonly pageCount: number
}

/** The strip of a page's life: one tick a change. Positions are 0 to 1 along the axis. */
export interface StripView {
  readonly sentence: string
  readonly ticks: readonly { readonly at: number; readonly strong: boolean; readonly recent: boolean }[]
  readonly years: readonly { readonly label: string; readonly at: number }[]
  /** True when older history is missing: the axis starts with a break. */
  readonly broken: boolean
}

export interface FactView {
  readonly label: string
  readonly value: string
  readonly href: string | null
  /** Small print below, or null. */
  readonly note: string | null
  /** ISO day or instant when the value is a date: drawn as `<time>`; then `value` is empty. */
  readonly date: string | null
}

export interface TreeEntryView {
  readonly label: string
  readonly href: string
  /** `page` for this page. */
  readonly current: boolean
  readonly count: number | null
  /** True when it is a folder (has something below it). */
  readonly isFolder: boolean
}

/** The neighbourhood of a page; the rest is loaded from `_whybook/tree.json` on demand. */
export interface TreeView {
  /** Folder the page stands in. */
  readonly folder: LinkView | null
  readonly entries: readonly TreeEntryView[]
  /** Number of siblings in all, when not all are in `entries`. */
  readonly total: number
  /** Children of this page when it is a folder's index. */
  readonly below: readonly TreeEntryView[]
}

export interface NoticeView {
  readonly tone: 'plain' | 'warn' | 'bad'
  readonly text: string
  readonly link: LinkView | null
}

export interface ForgeLinksView {
  readonly file: string | null
  readonly edit: string | null
  /** Forge's own name for display: `GitLab`, `GitHub`, `Forgejo`. */
  readonly name: string | null
}

interface Base {
  readonly route: Route
  readonly title: string
  /** For `<meta name="description">`; plain text. */
  readonly description: string | null
  readonly lang: string
  readonly dir: 'ltr' | 'rtl'
  readonly crumbs: readonly LinkView[]
  readonly tree: TreeView
}

export interface SectionView {
  readonly depth: 2 | 3
  readonly id: string
  readonly text: string
  /** `1`, `2` ... for depth 2 when the page has numbered sections, else null. */
  readonly number: string | null
}

/** What the margin tells of a part of a page, and where in the page's HTML that part stands. */
export interface PartMarkView {
  readonly from: number
  readonly to: number
  /** Permanent anchor of the block told of; null without one. */
  readonly anchor: string | null
  /** Changed lately: a bar stands beside it. */
  readonly isChanged: boolean
  /** The change that the note tells of; null for a bar alone. */
  readonly change: ChangeRow | null
  /** Whether that change altered the block, or brought it in. */
  readonly word: 'Changed' | 'Since'
}

/** The notes in the margin of a page (LOOK 4). */
export interface MarginView {
  readonly marks: readonly PartMarkView[]
  /** True when the notes stand beside their blocks; else the page's reasons are one list. */
  readonly hasNotes: boolean
  /** Why the page exists, where the change that it came in with says so. */
  readonly origin: ChangeRow | null
  /** Address of what is known of every block; null where nothing is known of any. */
  readonly file: string | null
}

export interface PageView extends Base {
  readonly type: 'page'
  readonly kind: Kind
  /** First is the main status; `controlled`, `due` and so on follow. */
  readonly statuses: readonly StatusView[]
  readonly lead: string | null
  readonly sections: readonly SectionView[]
  /** Safe HTML; the title's H1 is not in it. Null when `mdx` draws it. */
  readonly html: string
  /** Path for the `virtual:whybook/mdx` list when this page is allowed `.mdx`, else null. */
  readonly mdx: string | null
  readonly facts: readonly FactView[]
  /** Header that people can read, for policies and decisions: supersedes, deciders, consulted, informed, applies. */
  readonly record: readonly FactView[]
  /** What replaced what, where it is tied to other pages by that. */
  readonly chain: ChainView | null
  /** Of a decision: pages that landed with it. */
  readonly changed: readonly ChangedByView[]
  /** Its newest change, and which of all changes that is: what a browser remembers of it. Null without a history. */
  readonly mark: { readonly id: string; readonly ordinal: number } | null
  readonly strip: StripView | null
  readonly notice: NoticeView | null
  /** The same from days on that were still to come when the site was built, earliest first. */
  readonly turns: readonly {
    readonly from: string
    readonly statuses: readonly StatusView[]
    readonly notice: NoticeView | null
  }[]
  /** Reasons of the last changes for the margin (at most 5); none where notes stand beside their blocks. */
  readonly reasons: readonly ChangeRow[]
  readonly margin: MarginView
  readonly history: {
    /** False when the folder's history is not shown. */
    readonly shown: boolean
    /** Sentence when there is none, e.g. `Not committed yet.`; else null. */
    readonly absent: string | null
    /** Sentence for a text that has changes after the newest commit; else null. */
    readonly uncommitted: string | null
    readonly newest: readonly ChangeRow[]
    readonly next: readonly ChangeRow[]
    readonly total: number
    readonly href: string
  }
  readonly linkedFrom: readonly LinkView[]
  readonly linkedFromTotal: number
  readonly previous: LinkView | null
  readonly next: LinkView | null
  readonly forge: ForgeLinksView
  /** True when the text has Mermaid diagrams. */
  readonly hasMermaid: boolean
  /** Children as a list, drawn after the text of a folder's index page. */
  readonly children: readonly ListItemView[]
}

/** Listing of a folder that has no index page. */
export interface FolderView extends Base {
  readonly type: 'folder'
  readonly children: readonly ListItemView[]
  readonly facts: readonly FactView[]
}

export interface ListItemView {
  readonly title: string
  readonly href: string
  readonly description: string | null
  readonly kind: Kind
  readonly status: StatusView | null
  /** How it stands from days on that were still to come when the site was built. */
  readonly turns: readonly { readonly from: string; readonly status: StatusView | null; readonly isPast: boolean }[]
  readonly owner: string | null
  /** Who decided or will, for a decision that names them; else null. */
  readonly deciders: FactView | null
  /** True for what does not count any more, or was refused: struck in lists. */
  readonly isPast: boolean
  /** Folder's name for display, or null. */
  readonly folder: string | null
  /** Day for sorting and display: decided, effective or last change. */
  readonly date: string | null
  /** Pages below, for a folder; else null. */
  readonly count: number | null
}

/** `PAGE/history/`: all of a page's changes, by year. */
export interface HistoryView extends Base {
  readonly type: 'history'
  readonly page: LinkView
  readonly pageTitle: string
  readonly strip: StripView | null
  readonly total: number
  /** There are older versions to be read and compared. */
  readonly hasVersions: boolean
  /** Where a shallow history begins, as sentences. */
  readonly start: string | null
  readonly absent: string | null
  readonly uncommitted: string | null
  /** Other paths it had, newest first. */
  readonly names: readonly string[]
  readonly years: readonly { readonly year: string; readonly changes: readonly ChangeRow[] }[]
  readonly forge: ForgeLinksView
}

/** `/changes/` (newest month, all months listed) and `/changes/2026-03/`. */
export interface ChangesView extends Base {
  readonly type: 'changes'
  /** Month shown, `YYYY-MM`; null when there is no history. */
  readonly month: string | null
  readonly months: readonly {
    readonly month: string
    readonly href: string
    readonly count: number
    readonly current: boolean
  }[]
  readonly newer: LinkView | null
  readonly older: LinkView | null
  /** How many changes the month has and how many of them say why, as a sentence; null without a month. */
  readonly landed: string | null
  readonly changes: readonly (ChangeRow & { readonly folders: readonly string[]; readonly owners: readonly string[] })[]
  readonly folders: readonly string[]
  readonly owners: readonly string[]
  /** Changes of all months; null on a month's page, which stays as it is when later months grow. */
  readonly total: number | null
  /** Where a shallow history begins, as sentences. */
  readonly start: string | null
  readonly absent: string | null
}

export interface DiffLineView {
  readonly kind: 'same' | 'added' | 'removed' | 'skip'
  /** Line numbers before and after; null where it has none. `skip`: both null, text says how many lines are left out. */
  readonly before: number | null
  readonly after: number | null
  readonly text: string
}

/** Two versions of a page as one text. */
export interface RenderedDiffView {
  /** Safe HTML; empty where nothing that a reader sees changed in the text. */
  readonly html: string
  /** `section 4, 7 words out, 18 words in`; empty with `html`. */
  readonly words: string
  /** What changed in the front matter, a sentence each. */
  readonly facts: readonly string[]
}

export interface PageDiffView {
  readonly page: LinkView | null
  /** Path after, for display. */
  readonly path: string
  readonly previousPath: string | null
  readonly kind: 'added' | 'modified' | 'moved' | 'removed'
  readonly added: number
  readonly removed: number
  /** Lines of the source; empty when not shown, then `note` says why. */
  readonly lines: readonly DiffLineView[]
  /** What changed as readers see it; null where its source alone is shown. */
  readonly rendered: RenderedDiffView | null
  readonly note: string | null
}

/** `/changes/<12 characters>/`. */
export interface ChangeView extends Base {
  readonly type: 'change'
  readonly change: ChangeRow
  readonly commits: readonly {
    readonly id: string
    readonly title: string
    readonly authors: readonly string[]
    readonly href: string | null
  }[]
  readonly pages: readonly PageDiffView[]
  /** Pages touched beyond those in `pages`. */
  readonly morePages: number
  readonly month: LinkView
  readonly newer: LinkView | null
  readonly older: LinkView | null
  readonly facts: readonly FactView[]
}

/** What stands at the address of a page that was removed. */
export interface GoneView extends Base {
  readonly type: 'gone'
  readonly path: string
  /** The change that removed it. */
  readonly change: ChangeRow
  /** `on 3 March 2026` */
  readonly when: string
  /** Safe HTML of its last version; null where it cannot be shown. */
  readonly html: string | null
  readonly replacedBy: LinkView | null
  readonly facts: readonly FactView[]
}

/** `/decisions/` and `/policies/`. */
export interface ListView extends Base {
  readonly type: 'list'
  readonly list: 'decisions' | 'policies'
  /** Decisions and changes of policies along the years; null where there are none. */
  readonly timeline: TimelineView | null
  /** The list of reviews, where anything is to be reviewed. */
  readonly reviews: LinkView | null
  readonly items: readonly ListItemView[]
  /** Where to read how to write the first one, for the empty state. */
  readonly howTo: string
}

/** A calendar file, and the same as an address that calendars subscribe to; null without the site's address. */
export interface CalendarView {
  readonly file: string
  readonly subscribe: string | null
}

/** `/reading/`: what the reader's browser remembers; script fills it. */
export interface ReadingView extends Base {
  readonly type: 'reading'
}

/** `/reviews/` */
export interface ReviewsView extends Base {
  readonly type: 'reviews'
  /** How many there are, and how many of them are late; null where nothing is to be reviewed. */
  readonly sentence: string | null
  readonly calendar: CalendarView | null
  readonly owners: readonly {
    readonly id: string
    readonly owner: string
    readonly calendar: CalendarView | null
    readonly reviews: readonly {
      readonly page: LinkView
      readonly kind: Kind
      readonly due: string
      readonly every: string
      readonly status: StatusView | null
      readonly turns: ListItemView['turns']
    }[]
  }[]
}

export interface HomeView extends Base {
  readonly type: 'home'
  /** Title of the handbook's own index page and its safe HTML, when there is one. */
  readonly index: {
    readonly html: string
    /** Path for the `virtual:whybook/mdx` list when the page is allowed `.mdx`, else null. */
    readonly mdx: string | null
    readonly title: string
    readonly hasMermaid: boolean
    readonly uncommitted: string | null
    readonly history: LinkView | null
  } | null
  readonly sections: readonly { readonly label: string; readonly href: string; readonly count: number }[]
  readonly recent: readonly ChangeRow[]
  readonly decisions: readonly ListItemView[]
  readonly decisionTotal: number
  readonly figures: readonly FactView[]
  readonly absent: string | null
}

/** `/search/`. */
export interface SearchView extends Base {
  readonly type: 'search'
}

/** `404.html`; its hrefs are absolute under `--base`. */
export interface NotFoundView extends Base {
  readonly type: 'not-found'
  /** While writing: the page that would stand here, and what keeps it from being shown; else null. */
  readonly withheld: {
    readonly path: string
    readonly faults: readonly { readonly place: string; readonly reason: string; readonly isError: boolean }[]
  } | null
}

export type View =
  | PageView
  | FolderView
  | HistoryView
  | ChangesView
  | ChangeView
  | GoneView
  | ListView
  | HomeView
  | ReviewsView
  | ReadingView
  | SearchView
  | NotFoundView

/** What every page shares; part of each page's key. Hrefs here are routes: `hrefFrom` of the view's page is applied by the layout. */
export interface Shell {
  readonly name: string
  readonly lang: string
  /** Absolute address of the published site with trailing slash, or null (no canonical then). */
  readonly site: string | null
  /** `/` or `/group/handbook/`: for 404.html alone. */
  readonly base: string
  readonly remoteImages: 'allow' | 'link'
  readonly doors: readonly {
    readonly id: 'handbook' | 'decisions' | 'policies' | 'changes'
    readonly label: string
    readonly route: Route
  }[]
  readonly searchRoute: Route
  readonly readingRoute: Route
  /** One sentence on how far history reaches. `History complete since` + date, or what is missing. */
  readonly historySentence: string
}
