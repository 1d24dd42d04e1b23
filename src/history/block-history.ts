/**
 * Why each block is there (PROVENANCE.md): the door to the histories of blocks.
 *
 * A block is the smallest part of a page that has a history of its own (`markdown/blocks.ts`). While history is read,
 * `provenance.ts` follows each from version to version and keeps in the index: its id, the entries that changed it and
 * how, what it was split off or copied from, and for one that is gone the entry, version and lines it last stood in.
 * No text is kept: whoever wants to show some reads it from the version's blob.
 *
 * How to ask:
 *
 * - Pages and everything that is published: `handbook.blocksOf(page)`, `handbook.removedFrom(page)` and
 *   `handbook.blockAt(id)` (`handbook/handbook.ts`). They are filtered: a step whose change may not be told is left
 *   out, and so are blocks and texts of versions that were a draft, internal, redacted or under rules that hide them.
 * - The terminal, which tells what the repository tells whoever has it: `history.blocks()`, a {@link BlockHistory}.
 *
 * Both answer with the types of `model/block-history.ts`. `BlockStory.line` and `endLine` are lines of the page's
 * file, front matter counted; a rendered node that begins at line L belongs to the block that covers L
 * (`Page.bodyLine` is the file's line of the body's first line). `last` comes before `introduced` on a page; of the two
 * the first with an author's text opens unfolded, a `why` before a `what`. The histories are decoded when they are
 * first asked for: a build in which no page changed and `whybook log` do not pay for them.
 */
export type { BlockHistory } from '../model/block-history.ts'
