import type { Audience, FrontMatter, Kind } from './front-matter.ts'
import type { RepoPath, Route } from './ids.ts'

/** A heading of a page; `id` is its anchor. */
export interface Heading {
  readonly depth: 1 | 2 | 3 | 4 | 5 | 6
  readonly id: string
  readonly text: string
  /** Line in the file, from 1. */
  readonly line: number
}

/** A link or image as written in the source. */
export interface SourceLink {
  readonly kind: 'link' | 'image'
  /** Target as written, entities and escapes resolved. */
  readonly target: string
  readonly text: string
  /** Line in the file, from 1; null for a link inside raw HTML whose place is not known. */
  readonly line: number | null
  readonly column: number | null
}

/** What one reading of a page's source says, without rendering it. */
export interface Outline {
  readonly headings: readonly Heading[]
  readonly links: readonly SourceLink[]
  /** Every anchor that a link may name: heading ids, explicit ids, HTML `id` and `name`. */
  readonly anchors: ReadonlySet<string>
  /** Text of the first paragraph, at most 300 characters, or null: for descriptions and excerpts. */
  readonly firstParagraph: string | null
  /** Number of words of readable text. */
  readonly words: number
  /** True when the first block is an H1: its text is the title and it is not drawn again. */
  readonly opensWithTitle: boolean
}

/**
 * For each line of a text the line of the source that it was made from, from 1; never falls. Null where every line is
 * its own.
 */
export type LineMap = readonly number[] | null

/** One Markdown file with a route. */
export interface Page {
  readonly path: RepoPath
  readonly route: Route
  readonly title: string
  readonly kind: Kind
  readonly audience: Audience
  readonly frontMatter: FrontMatter
  /** Lead sentence(s): front matter `description`, or null. */
  readonly description: string | null
  /** Markdown after the front matter. */
  readonly body: string
  /** Line of the file on which `body` begins, from 1. */
  readonly bodyLine: number
  /** What is drawn: `body` with what it says in the languages of other generators said in Markdown. */
  readonly text: string
  /** Lines of `body` that the lines of `text` were made from. */
  readonly lines: LineMap
  /** Id that git gives the file's bytes (as SHA-1, hex): the same file has the same digest. */
  readonly digest: string
  /** Stands for what is drawn: `digest`, and `text` too where that is not `body`, since it may come from other files. */
  readonly drawn: string
  readonly outline: Outline
  /** DRI from front matter or folder rule or code owners; null where nobody owns it. */
  readonly owner: string | null
  /** BCP 47 tag of the page's language. */
  readonly lang: string
  /** True for `.mdx` that the configuration allows to run. */
  readonly isMdx: boolean
}

/** A node of the navigation tree: a folder or a page, or both (a folder with an index page). */
export interface TreeNode {
  readonly label: string
  /** Every node has an address: folders without an index page get a listing. */
  readonly route: Route
  /** Path of the page; null for a folder without an index page. */
  readonly path: RepoPath | null
  /** Folder of the repository, relative to its root, without trailing slash; null for a page. */
  readonly folder: RepoPath | null
  readonly children: readonly TreeNode[]
  /** Pages at and below this node. */
  readonly count: number
}
