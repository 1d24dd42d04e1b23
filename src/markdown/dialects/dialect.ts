import type { DialectName } from '../../model/dialect-names.ts'
import type { RepoPath } from '../../model/ids.ts'
import type { Alert } from './kinds.ts'
import type { Value } from './value.ts'

/** A language that another generator adds to Markdown: its tags, and what they become. */
export interface Dialect {
  readonly name: DialectName
  /** What its tags are called in a finding: "Hugo shortcodes". */
  readonly what: string
  /** Its tags in a text, in order and not overlapping; `code` tells what stands in code and is left alone. */
  find(text: string, isCode: (offset: number) => boolean): readonly Tag[]
  /** What a tag becomes; called once a tag, in the order of the text. */
  form(tag: Tag, place: TagPlace): Form
}

/** One tag of a text. */
export interface Tag {
  readonly start: number
  readonly end: number
  /** Its name: `include`, `notice`; the same for an opening and a closing tag. */
  readonly word: string
  /** What stands behind its name. */
  readonly rest: string
  /**
   * `open` may have an end; `close` is the end of the nearest open tag of the same word; `middle` parts the nearest
   * open tag of the word (`else` in `if`); `single` stands for itself.
   */
  readonly role: 'open' | 'close' | 'middle' | 'single'
  /** Where `middle` belongs to, when not to `word`. */
  readonly parts?: readonly string[]
  /** Text between this tag and its end where that is no Markdown; `end` is then the end of the end tag. */
  readonly verbatim?: string
  /** Blanks around the tag go with it (`{%- -%}`). */
  readonly trims?: { readonly before: boolean; readonly after: boolean }
}

/** Where a tag stands. */
export interface TagPlace {
  /** In the target of a link or in an attribute that holds an address: words would break it. */
  readonly inAddress: boolean
  /** It has an end tag. */
  readonly isPaired: boolean
  readonly page: DialectPage
  readonly values: Values
}

/** Values that a page has given names, innermost last. */
export type Values = Map<string, Value>

/** What a tag becomes. `unknown` counts it for the page's finding. */
export type Form = { readonly unknown?: boolean } & (
  | { readonly kind: 'text'; readonly text: string }
  /** Markdown of several lines, already translated; `isApart` in HTML, where only paragraphs of their own are read. */
  | { readonly kind: 'markdown'; readonly text: string; readonly isApart?: boolean }
  /** What stands between the tags, and nothing else; nothing for a single tag. */
  | { readonly kind: 'inner' }
  /** Neither the tags nor what stands between them. */
  | { readonly kind: 'hidden' }
  | { readonly kind: 'callout'; readonly alert: Alert; readonly title: string | null }
  | { readonly kind: 'details'; readonly title: string; readonly isOpen: boolean }
  /** One of several that exclude each other; the first stands open. */
  | { readonly kind: 'tab'; readonly title: string }
  | { readonly kind: 'titled'; readonly title: string }
  | { readonly kind: 'around'; readonly before: string; readonly after: string }
  | { readonly kind: 'code'; readonly language: string; readonly code: string }
  /** Shows what follows up to the next part, or not; null where that cannot be told: then it is shown. */
  | { readonly kind: 'choice'; readonly shows: boolean | null; readonly parts: (tag: Tag) => boolean | null }
  | { readonly kind: 'loop'; readonly name: string; readonly values: readonly Value[] | null }
  | { readonly kind: 'capture'; readonly name: string }
)

/** What a page's tags may ask for. Nothing of it reads files by itself. */
export interface DialectPage {
  /** Path of the file whose text is read: of the page, or of what it includes. */
  readonly path: RepoPath
  readonly frontMatter: Readonly<Record<string, unknown>>
  readonly handbook: DialectHandbook
  /** Translates a text that this page includes; null: no more, a limit is reached or it includes itself. */
  include(written: string, from: IncludeFrom, values: Values, part?: (text: string) => string): string | null
}

/** Where the name of an included file begins: at the folder of includes, beside the page, or somewhere in the content. */
export type IncludeFrom = 'includes' | 'beside' | 'anywhere'

/** What other generators' files say, handed in by `content/`. */
export interface DialectHandbook {
  readonly dialects: ReadonlySet<DialectName>
  /** Settings of Jekyll's `_config.yml`; null without one. */
  readonly site: Readonly<Record<string, unknown>> | null
  /** Values that every page may name: Hugo's `params`, MkDocs' `extra`. */
  readonly params: Readonly<Record<string, unknown>>
  /** A data file by its name without ending (`team`, `people/leads`). */
  data(name: string): Value | undefined
  /** The page of a path or of a name that only one page has; relative to the repository. */
  find(name: string, from: RepoPath): RepoPath | null
  /** The same of a file that is no page, by its name with its ending. */
  file(name: string, from: RepoPath): RepoPath | null
  read(written: string, from: IncludeFrom, page: RepoPath): IncludedFile
}

/** A file that is included, or why it is not. */
export type IncludedFile =
  | { readonly path: RepoPath; readonly text: string; readonly frontMatter: Readonly<Record<string, unknown>> }
  | { readonly problem: 'missing' | 'withheld' | 'refused' }
