import { differenceOfSources } from '../../markdown/difference/of-sources.ts'
import { sourceDifference, sourceLines } from '../../markdown/source-difference.ts'
import { withoutNotes } from '../../markdown/without-notes.ts'
import type { BlobId } from '../../model/ids.ts'
import type { Page } from '../../model/page.ts'
import type { ChangeView, DiffLineView, PageDiffView, RenderedDiffView } from '../../model/view.ts'
import { dayWords, monthWords } from '../../text/dates.ts'
import { hrefFrom } from '../../text/relative.ts'
import { visible } from '../../text/visible.ts'
import { addressesIn, withoutAddresses } from '../../text/without-addresses.ts'
import { type Assembly, type ShownChange, type ShownTouch, shortId } from '../assembly.ts'
import { monthOf } from '../site-routes.ts'
import { historyShown } from '../visibility.ts'
import { ownBase } from './base.ts'
import { factsOfChange } from './facts-of-change.ts'
import { changeHref, changeRow, changeTitle, touchLink } from './rows.ts'

const mostDifferences = 20
const mostPages = 200
const mostLines = 600

/** Hands out the texts of blobs; null where one is missing, binary or too large. */
export type ReadBlobs = (ids: readonly BlobId[]) => Promise<ReadonlyMap<BlobId, string | null>>

/**
 * `/changes/ID/`: one change with its reason, its commits and the difference of the source of each page.
 *
 * @param at - its position in `assembly.changes`
 */
export async function changeView(
  assembly: Assembly,
  shown: ShownChange,
  at: number,
  readBlobs: ReadBlobs,
): Promise<ChangeView> {
  const { change } = shown
  const route = assembly.routes.change(shortId(change))
  const row = changeRow(assembly, route, shown)
  const month = monthOf(change.landedAt)
  const neighbour = (index: number) => {
    const other = assembly.changes[index]
    return other === undefined ? null : { label: changeTitle(other.change), href: changeHref(assembly, route, other) }
  }
  return {
    type: 'change',
    ...ownBase(
      assembly,
      route,
      row.title,
      row.reason?.short ?? `Landed ${change.landedAt === null ? 'on an unknown date' : dayWords(change.landedAt)}.`,
      [{ label: 'Changes', href: hrefFrom(route, assembly.routes.changes) }],
    ),
    change: row,
    commits: change.commits.map((commit) => ({
      id: commit.id.slice(0, 12),
      title: visible(commit.title),
      authors: commit.authors.map((author) => visible(author.name)),
      href: assembly.forge?.commit(commit.id) ?? null,
    })),
    pages: await differences(assembly, shown, readBlobs),
    morePages: Math.max(0, shown.touches.length - mostPages),
    month: { label: monthWords(month), href: hrefFrom(route, assembly.routes.month(month)) },
    newer: neighbour(at - 1),
    older: neighbour(at + 1),
    facts: factsOfChange(row, assembly.forge?.commit(change.id) ?? null),
  }
}

async function differences(assembly: Assembly, shown: ShownChange, readBlobs: ReadBlobs): Promise<PageDiffView[]> {
  const route = assembly.routes.change(shortId(shown.change))
  const named = shown.touches.slice(0, mostPages)
  const withText = new Set(named.filter((each) => hasText(assembly, each)).slice(0, mostDifferences))
  const wanted = [...withText]
    .flatMap((each) => [each.touch.before, each.touch.after, ...maskedBy(assembly, each)])
    .filter((id) => id !== null)
  const texts = wanted.length === 0 ? new Map<BlobId, string | null>() : await readBlobs(wanted)
  return named.map((each) => {
    const { touch } = each
    const body = withText.has(each) ? lines(assembly, each, texts) : notShown(assembly, each)
    return {
      page: each.page === null ? null : touchLink(route, each),
      path: visible(touch.path),
      previousPath: touch.previousPath === null ? null : visible(touch.previousPath),
      kind: touch.kind,
      added: touch.added,
      removed: touch.removed,
      ...body,
    }
  })
}

const hasText = (assembly: Assembly, each: ShownTouch): boolean =>
  ['diff', 'masked'].includes(historyShown(assembly, each))

/**
 * Versions whose lines may be shown where a redacted one came before: the last one before it, and that of today. Empty
 * where nothing is redacted.
 */
export function maskedBy(assembly: Assembly, { touch, page }: ShownTouch): readonly BlobId[] {
  const base = assembly.redacted.baseOf(touch)
  if (base === undefined) return []
  const today = page === null ? null : (assembly.history.changesOf(page.path)[0]?.touch.after ?? null)
  return [base, today].filter((id) => id !== null)
}

type Body = Pick<PageDiffView, 'lines' | 'rendered' | 'note'>

function lines(assembly: Assembly, each: ShownTouch, texts: ReadonlyMap<BlobId, string | null>): Body {
  const { touch, page } = each
  const text = (id: BlobId | null): string | null | undefined => (id === null ? '' : texts.get(id))
  const before = text(touch.before)
  const after = text(touch.after)
  if (before == null || after == null) return withoutText('This version cannot be read from this copy.')
  if (before === after) {
    return withoutText(touch.kind === 'moved' ? 'Moved without a change of its text.' : 'Its text did not change.')
  }
  const [left, right] = [withoutNotes(before), withoutNotes(after)]
  if (left === right) return withoutText('Only comments changed.')
  const shown = sourceDifference(left, right).map(withoutRedacted(assembly, each, texts))
  const kept: ReadonlySet<string> = new Set(page === null ? [] : addressesOf(page))
  const all = shown.map(withoutOldAddresses(kept))
  const isWhole = historyShown(assembly, each) === 'diff' && touch.before !== null && touch.after !== null
  const rendered = isWhole ? renderedDifference(before, after, kept) : null
  if (all.length <= mostLines) return { lines: all, rendered, note: null }
  const rest: DiffLineView = { kind: 'skip', before: null, after: null, text: `${all.length - mostLines} more lines` }
  return { lines: [...all.slice(0, mostLines), rest], rendered, note: null }
}

const withoutText = (note: string): Body => ({ lines: [], rendered: null, note })

/** What readers saw change; people's addresses that the page no longer gives are gone from both versions. */
function renderedDifference(before: string, after: string, kept: ReadonlySet<string>): RenderedDiffView | null {
  const masked = (text: string): string =>
    withoutAddresses(text, (_, address) => (kept.has(address) ? address : '(e-mail address)'))
  const difference = differenceOfSources(masked(before), masked(after))
  // Once more: an address may have been written with a character reference for its sign.
  return difference && { html: masked(difference.html), words: difference.words, facts: difference.facts.map(masked) }
}

/** Where a redacted version came before, only lines that others have too are shown. */
function withoutRedacted(
  assembly: Assembly,
  each: ShownTouch,
  texts: ReadonlyMap<BlobId, string | null>,
): (line: DiffLineView) => DiffLineView {
  if (historyShown(assembly, each) !== 'masked') return (line) => line
  const allowed = new Set(maskedBy(assembly, each).flatMap((id) => sourceLines(withoutNotes(texts.get(id) ?? ''))))
  return (line) => (line.kind === 'skip' || allowed.has(line.text) ? line : { ...line, text: '(not shown)' })
}

const addresses = new WeakMap<Page, readonly string[]>()

/** E-mail addresses that a page's own text gives its readers today: those are content, and stay in its differences. */
export function addressesOf(page: Page): readonly string[] {
  const known = addresses.get(page) ?? [...new Set(addressesIn(page.body))]
  addresses.set(page, known)
  return known
}

function withoutOldAddresses(kept: ReadonlySet<string>): (line: DiffLineView) => DiffLineView {
  return (line) => ({
    ...line,
    text: withoutAddresses(line.text, (_, address) => (kept.has(address) ? address : '(e-mail address)')),
  })
}

function notShown(assembly: Assembly, each: ShownTouch): Body {
  const notes = {
    diff: 'Its difference is not shown: this change touched too many pages.',
    masked: 'Its difference is not shown: this change touched too many pages.',
    summary: 'The differences of this folder are not shown.',
    redacted: 'Its difference is not shown.',
  }
  return withoutText(notes[historyShown(assembly, each)])
}
