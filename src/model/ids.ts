declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

/** Full commit id, 40 (SHA-1) or 64 (SHA-256) lower-case hexadecimal characters. */
export type CommitId = Branded<'CommitId'>

/** Full blob id, or its first 12 characters where it comes from the history index. */
export type BlobId = Branded<'BlobId'>

/** Path of a file relative to the repository's root, `/`-separated, no leading slash, case kept as git has it. */
export type RepoPath = Branded<'RepoPath'>

/** Address of a page of the site: begins and ends with `/`, decoded (not percent-encoded); the home page is `/`. */
export type Route = Branded<'Route'>

/** Civil day, `YYYY-MM-DD`, without a time zone. */
export type Day = Branded<'Day'>

/** Instant as ISO 8601 with an offset, as git records it (`2026-03-03T09:41:00+01:00`). */
export type Instant = Branded<'Instant'>
