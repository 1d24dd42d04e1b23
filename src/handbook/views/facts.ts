import { plainText } from '../../markdown/inline.ts'
import type { PageChange } from '../../model/history.ts'
import type { Page } from '../../model/page.ts'
import type { FactView, ForgeLinksView } from '../../model/view.ts'
import { bareName } from '../../text/bare-name.ts'
import { hrefFrom } from '../../text/relative.ts'
import { visible } from '../../text/visible.ts'
import { withoutAddresses } from '../../text/without-addresses.ts'
import type { Assembly } from '../assembly.ts'
import { reviewOf } from '../reviews.ts'
import { decidedIn } from './changed-by.ts'
import { datedFact, fact } from './fact.ts'
import { changeHref } from './rows.ts'
import { supersededLink } from './status.ts'
import { uncommittedFacts } from './uncommitted.ts'

/** What the software knows of a page, for the head of its margin. */
export function pageFacts(assembly: Assembly, page: Page): readonly FactView[] {
  const facts: FactView[] = []
  const links = forgeLinks(assembly, page)
  facts.push(
    page.owner === null
      ? fact('Owner', 'nobody', { href: links.edit, note: links.edit === null ? null : 'name one' })
      : fact('Owner', visible(page.owner)),
  )
  const last = assembly.changesOfPage.get(page.route)?.[0]
  const shown = last === undefined ? undefined : assembly.changeById.get(last.change.id)
  if (shown !== undefined && shown.change.landedAt !== null) {
    facts.push(
      datedFact('Last change', shown.change.landedAt, {
        href: changeHref(assembly, page.route, shown),
        note: shown.change.mergeRequest === null ? null : visible(shown.change.mergeRequest.reference),
      }),
    )
  }
  facts.push(...uncommittedFacts(assembly, page), ...decidedIn(assembly, page))
  const review = reviewOf(assembly, page)
  if (review !== null) {
    const href = hrefFrom(page.route, assembly.routes.reviews)
    facts.push(datedFact('Review due', review.due, { note: `every ${review.every}`, href }))
  }
  if (page.frontMatter.applies !== undefined)
    facts.push(fact('Applies to', visible(withoutAddresses(page.frontMatter.applies))))
  return facts
}

/** The front matter of a policy or decision as a header that people can read. */
export function pageRecord(assembly: Assembly, page: Page): readonly FactView[] {
  const { frontMatter } = page
  const facts: FactView[] = []
  if (frontMatter.decided !== undefined) facts.push(datedFact('Decided', frontMatter.decided))
  if (frontMatter.effective !== undefined) facts.push(datedFact('Effective from', frontMatter.effective))
  if (frontMatter.until !== undefined) facts.push(datedFact('In force until', frontMatter.until))
  const deciders = decidersOf(page)
  if (deciders !== null) facts.push(deciders)
  if (peopleIn(frontMatter.consulted) !== '') facts.push(fact('Consulted', peopleIn(frontMatter.consulted)))
  if (peopleIn(frontMatter.informed) !== '') facts.push(fact('Informed', peopleIn(frontMatter.informed)))
  facts.push(...optionsOf(page))
  for (const replaced of assembly.supersedes.get(page.route) ?? []) {
    facts.push(fact('Supersedes', replaced.title, { href: hrefFrom(page.route, replaced.route) }))
  }
  const replacement = supersededLink(assembly, page)
  if (replacement !== null) facts.push(fact('Superseded by', replacement.label, { href: replacement.href }))
  return facts
}

const mostOptions = 8
const longestOption = 120

/** What could have been decided, the chosen one named first; none where the page itself lists nothing. */
function optionsOf({ frontMatter: { options = [], chosen } }: Page): readonly FactView[] {
  const words = (text: string): string => visible(withoutAddresses(plainText(text, longestOption)))
  const chose = chosen === undefined ? [] : [fact('Chosen', words(chosen))]
  if (options.length === 0) return chose
  const isChosen = (option: string): boolean => option.toLowerCase() === chosen?.toLowerCase()
  const others = options.filter((option) => !isChosen(option))
  const more = others.length > mostOptions ? `, and ${others.length - mostOptions} more` : ''
  const named = others.slice(0, mostOptions).map(words).join('; ')
  return [...chose, fact(chosen === undefined ? 'Options' : 'Instead of', named + more)]
}

/** Who decided, or who will where nothing is decided yet; null where nobody is named. */
export function decidersOf({ frontMatter: { deciders, status, draft } }: Page): FactView | null {
  const isOpen = draft === true || status === 'proposed' || status === 'deferred'
  const people = peopleIn(deciders)
  return people === '' ? null : fact(isOpen ? 'To be decided by' : 'Decided by', people)
}

/** People named in front matter, as one text; empty for none. */
const peopleIn = (names: readonly string[] | undefined): string => visible(bareName((names ?? []).join(', ')))

/** Addresses of a page's file on the forge. */
export function forgeLinks({ forge }: Assembly, page: Page): ForgeLinksView {
  if (forge === null) return { file: null, edit: null, name: null }
  return { file: forge.file(page.path), edit: forge.edit(page.path), name: forge.name }
}

/** Why a page has no history to show, as a sentence, or null when it has. */
export function historyAbsence(assembly: Assembly, page: Page, changes: readonly PageChange[]): string | null {
  const { history } = assembly
  if (history.absent !== null) return history.absent
  if (changes.length > 0) return null
  if (assembly.committed(page) === 'new') return 'Not committed yet: this page has no history so far.'
  return history.startsAt === null
    ? 'None of its changes is shown here.'
    : 'This page has not changed since the history of this copy starts. Older changes are missing, not lost.'
}
