import { recordFrontMatter } from '../content/record.ts'
import { readFrontMatter } from '../markdown/front-matter.ts'
import type { PageChange } from '../model/history.ts'
import type { CommitId } from '../model/ids.ts'
import type { Page } from '../model/page.ts'
import type { Assembly, ShownChange } from './assembly.ts'
import type { ReadBlobs } from './views/change.ts'
import { historyShown } from './visibility.ts'

/** Which decisions each change brought or had accepted, by its commit's id. */
export type DecidedChanges = ReadonlyMap<CommitId, readonly Page[]>

/** A change of more pages is a clean-up or an import: no decision is its reason. */
const MOST_PAGES = 20
/** Versions of decisions that are read at most. */
const MOST_VERSIONS = 2000

/**
 * Finds for each decision that was taken the change that brought it, and the one that accepted it where it had been
 * proposed before. What was only proposed or was refused has changed nothing.
 */
export async function decidedChanges(
  assembly: Pick<
    Assembly,
    'content' | 'changesOfPage' | 'changeById' | 'historyHidden' | 'configuration' | 'ruleOf' | 'redacted'
  >,
  readBlobs: ReadBlobs,
): Promise<DecidedChanges> {
  const decided = new Map<CommitId, Page[]>()
  const add = (page: Page, { change }: PageChange): void => {
    const pages = decided.get(change.id) ?? []
    if (!pages.includes(page)) decided.set(change.id, [...pages, page])
  }
  const open: { page: Page; each: PageChange }[] = []
  for (const page of assembly.content.pages) {
    if (page.kind !== 'decision' || !isTaken(page) || assembly.historyHidden.has(page.route)) continue
    for (const each of assembly.changesOfPage.get(page.route) ?? []) {
      const shown = assembly.changeById.get(each.change.id)
      if (shown === undefined || shown.touches.length < 2 || shown.touches.length > MOST_PAGES) continue
      if (each.touch.kind === 'added') add(page, each)
      else if (historyShown(assembly as Assembly, { touch: each.touch, page }) === 'diff') open.push({ page, each })
    }
  }
  const read = open.slice(0, MOST_VERSIONS / 2)
  const ids = read.flatMap(({ each: { touch } }) => [touch.before, touch.after]).filter((id) => id !== null)
  if (ids.length === 0) return decided
  const texts = await readBlobs(ids)
  for (const { page, each } of read) {
    const [before, after] = [each.touch.before, each.touch.after].map((id) => (id === null ? null : texts.get(id)))
    if (before != null && after != null && !isAccepted(page, before) && isAccepted(page, after)) add(page, each)
  }
  return decided
}

/** Decisions that a change brought or had accepted: why the other pages of the change say what they say. */
export function decisionsOfChange(
  { decided }: Pick<Assembly, 'decided'>,
  { change }: Pick<ShownChange, 'change'>,
): readonly Page[] {
  return decided.get(change.id) ?? []
}

const isTaken = ({ frontMatter: { status, draft } }: Page): boolean =>
  draft !== true && (status === undefined || status === 'accepted' || status === 'superseded')

function isAccepted(page: Page, text: string): boolean {
  const { data, raw, body, withheld } = readFrontMatter(text, page.path)
  if (withheld || data.draft === true) return false
  const { status, decided } = recordFrontMatter(page.path, data, raw, body)
  return status === 'accepted' || (status === undefined && decided !== undefined)
}
