import { insideContent } from '../content/folder-rules.ts'
import { withoutNotes } from '../markdown/without-notes.ts'
import { withoutYamlComments } from '../markdown/without-yaml-comments.ts'
import type { Archive, ArchivedVersion } from '../model/archive.ts'
import type { PageChange } from '../model/history.ts'
import type { BlobId } from '../model/ids.ts'
import type { Page } from '../model/page.ts'
import { digestOf } from '../text/digest.ts'
import { visible } from '../text/visible.ts'
import { withoutAddresses } from '../text/without-addresses.ts'
import { type Assembly, shortId } from './assembly.ts'
import { addressesOf, type ReadBlobs } from './views/change.ts'
import { changeTitle, reasonView } from './views/rows.ts'
import { historyShown } from './visibility.ts'

/** Newest versions that an archive keeps. */
const mostVersions = 400
/** Characters of all versions that are read for one archive; a page of 200 KB with hundreds of versions has fewer. */
const mostText = 40_000_000

type Version = PageChange & { readonly blob: BlobId; readonly hasGap: boolean }

/** Versions of a page that may be shown with their text, newest first; a version that only moved is one too. */
export function archivedVersions(assembly: Assembly, page: Page): readonly Version[] {
  if (assembly.historyHidden.has(page.route)) return []
  const shown = new Map((assembly.changesOfPage.get(page.route) ?? []).map((each) => [each.touch, each]))
  let hasGap = false
  return assembly.history.changesOf(page.path).flatMap(({ touch }): Version[] => {
    const each = shown.get(touch)
    const { after } = touch
    if (each === undefined || after === null || historyShown(assembly, { touch, page }) !== 'diff') {
      hasGap = true
      return []
    }
    const version = { ...each, blob: after, hasGap }
    hasGap = false
    return [version]
  })
}

/** True for a page of which there is more than one version to be read. */
export const hasArchive = (assembly: Assembly, page: Page): boolean => archivedVersions(assembly, page).length > 1

/** Stands for all that the archive of a page is made of. */
export function archiveKey(assembly: Assembly, page: Page): string {
  return digestOf(
    addressesOf(page),
    assembly.content.contentRoot,
    archivedVersions(assembly, page).map(({ change, reasoning, blob, touch, hasGap }) => [
      hasGap,
      change.id,
      change.title,
      change.landedAt,
      change.authors,
      reasoning,
      blob,
      touch.path,
    ]),
  )
}

/**
 * The archive of a page, as JSON. What a version hides from readers (comments, notes that nothing refers to) is not in
 * it, nor are people's addresses that the page no longer gives.
 */
export async function versionArchive(assembly: Assembly, page: Page, readBlobs: ReadBlobs): Promise<string> {
  const all = archivedVersions(assembly, page)
  const kept = all.slice(0, mostVersions)
  const texts = await readBlobs([...new Set(kept.map(({ blob }) => blob))])
  const addresses = new Set(addressesOf(page))
  const shared = new Map<string, number>()
  const parts: string[] = []
  const runsOf = new Map<BlobId, readonly number[]>()
  let left = mostText
  const versions: ArchivedVersion[] = []
  for (const { blob, change, reasoning, touch, hasGap } of kept) {
    const text = texts.get(blob) ?? null
    if (text === null) continue
    left -= text.length
    if (left < 0 && versions.length > 1) break
    const runs = runsOf.get(blob) ?? runsIn(publicText(text, addresses), shared, parts)
    runsOf.set(blob, runs)
    versions.push({
      id: shortId(change),
      at: change.landedAt,
      title: changeTitle(change),
      why: reasonView(reasoning)?.short ?? null,
      by: change.authors.map(({ name }) => visible(name)),
      path: insideContent(touch.path, assembly.content.contentRoot),
      ...(hasGap ? { gap: true } : {}),
      runs,
    })
  }
  const archive: Archive = { schema: 1, parts, versions, older: all.length - versions.length }
  return `${JSON.stringify(archive)}\n`
}

function publicText(text: string, kept: ReadonlySet<string>): string {
  const shown = withoutNotes(withoutYamlComments(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')), '')
  return withoutAddresses(shown, (_, address) => (kept.has(address) ? address : '(e-mail address)'))
}

/** Each part once; those that a version has in a row are one run. */
function runsIn(text: string, shared: Map<string, number>, parts: string[]): number[] {
  const runs: number[] = []
  for (const part of text.match(/[^\n]*\n(?:[ \t]*\n)*|[^\n]+$/g) ?? []) {
    const place = shared.get(part) ?? parts.push(part) - 1
    shared.set(part, place)
    const last = runs.length - 2
    if (last >= 0 && (runs[last] as number) + (runs[last + 1] as number) === place)
      runs[last + 1] = (runs[last + 1] as number) + 1
    else runs.push(place, 1)
  }
  return runs
}
