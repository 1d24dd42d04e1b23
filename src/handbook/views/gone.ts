import { humanise, nameOf, stemOf } from '../../content/file-names.ts'
import { quotedPage } from '../../markdown/difference/quoted-page.ts'
import type { GoneView } from '../../model/view.ts'
import { dayWords } from '../../text/dates.ts'
import { hrefFrom } from '../../text/relative.ts'
import { sourceTitle } from '../../text/source-title.ts'
import { visible } from '../../text/visible.ts'
import { withoutAddresses } from '../../text/without-addresses.ts'
import type { Assembly } from '../assembly.ts'
import type { GonePage } from '../gone-pages.ts'
import { ownBase } from './base.ts'
import type { ReadBlobs } from './change.ts'
import { factsOfChange } from './facts-of-change.ts'
import { changeRow } from './rows.ts'

/** A page that is gone: when, why and by whom it was removed, what took its place, and what it said last. */
export async function goneView(assembly: Assembly, gone: GonePage, readBlobs: ReadBlobs): Promise<GoneView> {
  const { route, shown, touch, blob, replacedBy } = gone
  const row = changeRow(assembly, route, shown)
  const text = (await readBlobs([blob])).get(blob) ?? null
  const source = text === null ? null : withoutAddresses(text)
  const title = visible((source === null ? null : sourceTitle(source)) ?? humanise(nameOf(stemOf(touch.path))))
  const when = row.landedAt === null ? 'on an unknown date' : `on ${dayWords(row.landedAt)}`
  const html = source === null ? null : quotedPage(source)
  return {
    type: 'gone',
    ...ownBase(assembly, route, title, `This page was removed ${when}.`),
    path: visible(touch.path),
    change: row,
    when,
    // An address may have been written with a character reference for its sign.
    html: html === null ? null : withoutAddresses(html),
    replacedBy: replacedBy === null ? null : { label: replacedBy.title, href: hrefFrom(route, replacedBy.route) },
    facts: factsOfChange(row, assembly.forge?.commit(shown.change.id) ?? null),
  }
}
