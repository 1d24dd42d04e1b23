import type { SearchDocument } from '../../src/handbook/search-documents.ts'
import type { RepoPath, Route } from '../../src/model/ids.ts'

/** A page as the handbook hands it to search; what a test does not say is plain. */
export function document(route: string, html: string, more: Partial<SearchDocument> = {}): SearchDocument {
  return {
    route: route as Route,
    path: `content${route.slice(0, -1)}.md` as RepoPath,
    title: route.slice(1, -1),
    kind: 'page',
    status: more.statusShown?.label ?? null,
    statusShown: null,
    isPast: false,
    turns: [],
    replacedBy: null,
    owner: null,
    folder: null,
    trail: [],
    lang: 'en',
    keywords: [],
    description: null,
    html,
    ...more,
  }
}

/** A small handbook with a page for every rule of search. */
export const millrace: readonly SearchDocument[] = [
  document(
    '/money/travel/',
    '<p>What you may spend.</p><h2 id="receipts"><a class="sec" href="#receipts">1</a>Receipts</h2><p>None under 25 EUR.</p>',
    {
      title: 'Travel & allowance',
      kind: 'policy',
      statusShown: { name: 'force', label: 'In force', dateWord: 'since', date: '2026-03-03' },
      folder: 'Money',
      trail: ['Money', 'On the road'],
      keywords: ['per diem', 'subsistence'],
      description: 'A limit of 80 EUR a day.',
      owner: 'finance',
    },
  ),
  document('/money/old-travel/', '<p>Travel allowance and travel receipts: travel, travel, travel allowance.</p>', {
    title: 'Travel allowance of 2021',
    kind: 'policy',
    statusShown: { name: 'superseded', label: 'Superseded', dateWord: '', date: null },
    isPast: true,
    replacedBy: { title: 'Travel & allowance', route: '/money/travel/' as Route },
    folder: 'Money',
    trail: ['Money'],
  }),
  document(
    '/people/leave/',
    '<p>Parental leave is 20 weeks, ha. Ask before you travel abroad. Paid time off (PTO) goes on.</p>',
    {
      title: 'Parental leave',
      folder: 'People',
      trail: ['People'],
    },
  ),
  document('/people/on-call/', '<p>Whoever is on-call carries the phone.</p><h2 id="pay">Pay</h2><p>Paid double.</p>', {
    title: 'Being on call',
    folder: 'People',
    trail: ['People'],
  }),
  document(
    '/people/time/',
    '<p>Paid time off is 28 days a year. Parental leave adds to it. Write it on the time sheet of the week.</p>',
    {
      title: 'Days of rest',
      folder: 'People',
      trail: ['People'],
    },
  ),
  document('/decisions/3/', '<p>We pay no lump sum, because it would be taxed.</p>', {
    title: '<img src=x onerror=alert(1)> "lump" & sum',
    kind: 'decision',
    statusShown: { name: 'rejected', label: 'Rejected', dateWord: '', date: '2022-08-01' },
    isPast: true,
    folder: 'Decisions',
    trail: ['Decisions'],
  }),
  document('/über uns/', '<p>Das Unternehmen und seine Häuser.</p>', { title: 'Über uns', lang: 'de-AT' }),
  document('/ja/', '<p>出張の経費は80ユーロまでです。</p><h2 id="領収書">領収書</h2><p>必要ありません。</p>', {
    title: '経費精算',
    lang: 'ja',
  }),
  document('/hostile/', '<p>Nothing here about trains.</p>', { title: 'Odd', lang: '../../en', folder: '"><b>' }),
]
