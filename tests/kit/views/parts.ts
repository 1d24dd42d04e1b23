import type { Instant } from '../../../src/model/ids.ts'
import type {
  ChangeRow,
  LinkView,
  ListItemView,
  ReasonView,
  StatusName,
  StatusView,
  StripView,
  TreeView,
} from '../../../src/model/view.ts'

/** Small pieces of made-up views; people and rules are invented. */
export const link = (label: string, href: string): LinkView => ({ label, href })

export { fact } from '../../../src/handbook/views/fact.ts'

export const status = (name: StatusName, label: string, more: Partial<StatusView> = {}): StatusView => ({
  name,
  label,
  dateWord: '',
  date: null,
  link: null,
  ...more,
})

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

export const reason = (text: string, more: Partial<ReasonView> = {}): ReasonView => ({
  html: text
    .split('\n\n')
    .map((part) => `<p>${escaped(part)}</p>`)
    .join(''),
  short: text.length > 280 ? `${text.slice(0, 270).replace(/\s+\S*$/, '')}…` : text.replaceAll('\n\n', ' '),
  kind: 'why',
  label: more.kind === 'what' ? 'What its author wrote' : 'Why',
  source: 'in the merge commit',
  ...more,
})

export const why = {
  receipts: reason(
    'Receipts under 25 EUR cost more to check than they save. In 2025 Finance spent 61 hours on receipts worth 1,940 EUR in total, and found no wrong claim.\n\nThirty days for the rest was too long: half of the photos came in after the month was closed, so that the books had to be opened again. A photo taken in the same week is a habit; a photo asked for a month later is a search.',
  ),
  train: reason('Below five hours the train was both cheaper and quicker on 31 of our 38 routes.'),
  taxis: reason('Taxis were eating the meal money of people who land late.'),
  words: reason('Nobody outside Finance knew the words “per diem”.', { source: 'in the commit' }),
  door: reason('A rule without a door gets climbed over.'),
  what: reason('Adds the row for Germany, moves the table below the paragraph and fixes two links.', {
    kind: 'what',
    source: 'in the commits of the branch',
  }),
  long: reason(
    `${'The old sentence named a tool that we no longer pay for, and every new colleague asked for it in their first week. '.repeat(9)}`.trim(),
  ),
} as const

/** Deterministic 12 characters that look like a commit id. */
export const idOf = (number: number): string =>
  (0x9e3779b1 * (number + 3)).toString(16).padStart(12, '4c19d07e2ab8').slice(0, 12)

export const change = (
  number: number,
  title: string,
  landedAt: string | null,
  more: Partial<ChangeRow> = {},
): ChangeRow => ({
  id: idOf(number),
  href: `../../changes/${idOf(number)}/`,
  title,
  landedAt: landedAt as Instant | null,
  reason: null,
  mergeRequest: {
    reference: `!${number}`,
    href: `https://gitlab.example.org/millrace/handbook/-/merge_requests/${number}`,
  },
  authors: ['Ana Reis'],
  mergedBy: null,
  added: 3,
  removed: 1,
  kind: 'modified',
  previousPath: null,
  path: null,
  pages: [],
  pageCount: 1,
  ...more,
})

export const item = (title: string, href: string, more: Partial<ListItemView> = {}): ListItemView => ({
  title,
  href,
  description: null,
  kind: 'page',
  status: null,
  turns: [],
  owner: null,
  deciders: null,
  isPast: false,
  folder: null,
  date: null,
  count: null,
  ...more,
})

export const strip = (count: number, more: Partial<StripView> = {}): StripView => ({
  sentence: `${count} changes from January 2023 to March 2026: 5 say why, 2 have other text.`,
  ticks: Array.from({ length: count }, (_, index) => ({
    at: ((index * 37) % 100) / 100,
    strong: index % 3 === 0,
    recent: (index * 37) % 100 > 72,
  })),
  years: [
    { label: '2023', at: 0 },
    { label: '2024', at: 0.25 },
    { label: '2025', at: 0.5 },
    { label: '2026', at: 0.75 },
  ],
  broken: false,
  ...more,
})

export const tree = (current: string | null, more: Partial<TreeView> = {}): TreeView => ({
  folder: link('Money', '../'),
  entries: [
    { label: 'Company cards', href: '../cards/', current: current === 'cards', count: null, isFolder: false },
    { label: 'Buying software', href: '../software/', current: current === 'software', count: null, isFolder: false },
    {
      label: 'Travel and daily allowance',
      href: '../travel/',
      current: current === 'travel',
      count: null,
      isFolder: false,
    },
    { label: 'Home office', href: '../home-office/', current: current === 'home-office', count: null, isFolder: false },
    {
      label: 'Expenses by country',
      href: '../countries/',
      current: current === 'countries',
      count: 14,
      isFolder: true,
    },
  ],
  total: 5,
  below: [],
  ...more,
})
