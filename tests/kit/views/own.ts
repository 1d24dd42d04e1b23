import type { Route } from '../../../src/model/ids.ts'
import type {
  ChangesView,
  ChangeView,
  DiffLineView,
  FolderView,
  GoneView,
  HistoryView,
  HomeView,
  ListView,
  NotFoundView,
  SearchView,
} from '../../../src/model/view.ts'
import { fifty, travelChanges } from './pages.ts'
import { change, fact, idOf, item, link, reason, status, strip, tree, why } from './parts.ts'
import * as texts from './texts.ts'

const base = (route: string, title: string) => ({
  route: route as Route,
  title,
  description: null,
  lang: 'en',
  dir: 'ltr' as const,
  crumbs: [],
  tree: tree(null, {
    folder: null,
    entries: [
      { label: 'How we work', href: '../how/', current: false, count: 48, isFolder: true },
      { label: 'Money', href: '../money/', current: false, count: 31, isFolder: true },
      { label: 'Glossary', href: '../glossary/', current: false, count: null, isFolder: false },
    ],
    total: 3,
  }),
})

const decisions = [
  item('Two people on every on-call rota', 'decisions/0147/', {
    kind: 'decision',
    status: status('accepted', 'Accepted', { dateWord: 'on', date: '2026-03-23' }),
    owner: 'Oskar Brandt',
    deciders: fact('Decided by', 'Marta Lind, Oskar Brandt'),
    folder: 'Engineering',
    date: '2026-03-23',
    description: 'Nobody is woken alone: each rota has two people awake to it.',
  }),
  item('No receipts under 25 EUR', 'decisions/0142-receipts/', {
    kind: 'decision',
    status: status('accepted', 'Accepted', { dateWord: 'on', date: '2026-03-02' }),
    owner: 'Ana Reis',
    folder: 'Money',
    date: '2026-03-02',
  }),
  item('A company phone for everyone', 'decisions/0141/', {
    kind: 'decision',
    status: status('rejected', 'Rejected', { dateWord: 'on', date: '2026-02-26' }),
    folder: 'Money',
    date: '2026-02-26',
  }),
  item('Receipts for everything', 'decisions/0031/', {
    kind: 'decision',
    status: status('superseded', 'Superseded', { link: link('No receipts under 25 EUR', 'decisions/0142-receipts/') }),
    date: '2021-05-01',
  }),
  item(
    'Move the quarterly meeting to a week in which nobody in any of our countries has a public holiday',
    'decisions/0150/',
    {
      kind: 'decision',
      status: status('proposed', 'Proposed', { dateWord: 'open until', date: '2026-03-27' }),
      owner: 'Marta Lind',
    },
  ),
  item('Standing desks', 'decisions/0120/', {
    kind: 'decision',
    status: status('deferred', 'Deferred', { dateWord: 'until', date: '2026-09-01' }),
  }),
  item('A second newsletter', 'decisions/0119/', { kind: 'decision', status: status('withdrawn', 'Withdrawn') }),
  item('Something somebody once decided', 'decisions/0001/', { kind: 'decision', date: '2019-04-04' }),
]

const fromHere = (prefix: string) => (row: (typeof travelChanges)[number]) => ({
  ...row,
  href: row.href.replace('../../', prefix),
})

export const home: HomeView = {
  ...base('/', 'Millrace handbook'),
  type: 'home',
  description: 'How we work at Millrace: the rules in force, what was decided, and the reasons people gave.',
  index: {
    html: texts.index,
    mdx: null,
    title: 'How we work at Millrace',
    hasMermaid: false,
    uncommitted: null,
    history: link('History of this page', 'history/'),
  },
  sections: ['How we work', 'People', 'Money', 'Engineering', 'Customers', 'Security', 'Decisions'].map(
    (label, index) => ({
      label,
      href: `${label.toLowerCase().replaceAll(' ', '-')}/`,
      count: [48, 96, 31, 142, 57, 38, 1167][index]!,
    }),
  ),
  recent: travelChanges
    .slice(0, 6)
    .map(fromHere(''))
    .map((row, index) => ({
      ...row,
      kind: null,
      pages: [
        link('Travel and daily allowance', 'money/travel/'),
        ...(index === 0
          ? [link('Expenses by country', 'money/countries/'), link('Company cards', 'money/cards/')]
          : []),
        ...(index === 3 ? [link('money/gone.md', '')] : []),
      ],
      pageCount: index === 0 ? 14 : 1,
    })),
  decisions: decisions.slice(0, 4),
  decisionTotal: 167,
  figures: [
    fact('Pages', '412'),
    fact('With an owner', '406', { note: 'of 412' }),
    fact('Last change', '', { date: '2026-03-03T09:41:00+01:00' }),
    fact('Changes', '1,204', { note: '411 say why, 200 have other text' }),
  ],
  absent: null,
}

export const folder: FolderView = {
  ...base('/people/', 'People'),
  type: 'folder',
  crumbs: [link('Handbook', '../')],
  children: [
    item('Hiring', 'hiring/', {
      description: 'A role is opened by a lead, written by the team, and closed by the person who takes it.',
    }),
    item('Leave', 'leave/', { count: 14 }),
    item('Parental leave', 'parental/', {
      kind: 'policy',
      status: status('force', 'In force', { dateWord: 'since', date: '2026-02-01' }),
      description: 'Twenty weeks at full pay for each parent.',
    }),
    ...Array.from({ length: 24 }, (_, index) => item(`Page ${index + 1}`, `p${index + 1}/`)),
  ],
  facts: [fact('Pages', '96')],
}

export const history: HistoryView = {
  ...base('/people/hiring/history/', 'History of How we hire'),
  type: 'history',
  crumbs: [link('Handbook', '../../../'), link('People', '../../'), link('How we hire', '../')],
  page: link('How we hire', '../'),
  pageTitle:
    'How we hire: from the first thought about a role to the first day of the person who takes it, and who decides what on the way',
  strip: strip(50, { sentence: '50 changes from September 2022 to September 2026, 30 say why.' }),
  total: 50,
  hasVersions: true,
  start: null,
  absent: null,
  uncommitted: 'This text has changes that are not committed yet. Its history ends before them.',
  names: ['people/recruiting.md', 'handbook/people/recruiting/README.md'],
  years: ['2026', '2025', '2024', '2023', 'Without a date'].map((year, index) => ({
    year,
    changes: fifty.slice(index * 10, index * 10 + 10).map(fromHere('../../../')),
  })),
  forge: {
    file: 'https://gitlab.example.org/millrace/handbook/-/blob/main/people/hiring.md',
    edit: null,
    name: 'GitLab',
  },
}

export const noHistory: HistoryView = {
  ...history,
  route: '/money/plants/history/' as Route,
  pageTitle: 'Plants',
  strip: null,
  total: 0,
  start:
    'History starts on 2 March 2026 because the copy this site was built from is shallow. Older reasons are missing, not lost.',
  absent: 'This page has not changed since the history of this copy starts. Older changes are missing, not lost.',
  names: [],
  years: [],
}

const folders = ['Engineering', 'Money', 'People']
const owners = ['Ana Reis', 'Oskar Brandt', 'people-team']
const rows = [...travelChanges, ...fifty.slice(0, 12)].map((row, index) => ({
  ...fromHere('')({ ...row, href: index % 4 === 1 ? `2026-03/#c-${row.id}` : row.href.replace('changes/', '') }),
  kind: null,
  pages: [link('Travel and daily allowance', '../money/travel/')],
  pageCount: 1 + (index % 5) * 7,
  folders: [folders[index % 3]!],
  owners: index % 2 === 0 ? [owners[index % 3]!] : [],
}))

export const changes: ChangesView = {
  ...base('/changes/', 'Changes'),
  type: 'changes',
  description: 'What changed in Millrace handbook, when, and why.',
  month: '2026-03',
  months: ['2026-03', '2026-02', '2026-01', '2025-12', '2025-11', '2024-06', '2023-01', 'undated'].map(
    (month, index) => ({ month, href: `${month}/`, count: 20 + index * 3, current: index === 0 }),
  ),
  newer: null,
  older: link('February 2026', '2026-02/'),
  landed: '20 changes landed: 12 say why, 3 have other text.',
  changes: rows,
  folders,
  owners,
  total: 1204,
  start: null,
  absent: null,
}

export const month: ChangesView = {
  ...changes,
  route: '/changes/2026-02/' as Route,
  title: 'Changes in February 2026',
  month: '2026-02',
  crumbs: [link('Changes', '../')],
  months: [],
  newer: link('March 2026', '../2026-03/'),
  older: link('January 2026', '../2026-01/'),
  start:
    'History starts on 2 January 2026 because the copy this site was built from is shallow. Older reasons are missing, not lost.',
}

export const noChanges: ChangesView = {
  ...changes,
  route: '/empty/changes/' as Route,
  month: null,
  landed: null,
  months: [],
  older: null,
  changes: [],
  total: 0,
  absent: 'This folder is not a git repository, so there is no history to show.',
}

const line = (kind: DiffLineView['kind'], before: number | null, after: number | null, text: string): DiffLineView => ({
  kind,
  before,
  after,
  text,
})
const lines: DiffLineView[] = [
  line('same', 38, 38, '## Receipts'),
  line('same', 39, 39, ''),
  line(
    'removed',
    40,
    null,
    'You need no receipt for anything under 10 EUR. Above that, attach a photo within 30 days. We return a claim with a missing receipt.',
  ),
  line(
    'added',
    null,
    40,
    'You need no receipt for anything under 25 EUR. Above that, attach a photo in the same week. We do not send a claim back for a missing receipt; we ask once and then pay it.',
  ),
  line('same', 41, 41, ''),
  line('skip', null, null, '12 lines not changed'),
  line('same', 54, 54, '| Country | Receipt from |'),
  line('removed', 55, null, '| All | 10 EUR |'),
  line('added', null, 55, '| All | 25 EUR |'),
  line('added', null, 56, '| Germany | 10 EUR | <script>alert("x")</script> & more |'),
  line('added', null, 57, `A very long line ${'without much in it '.repeat(30)}${'x'.repeat(300)}`),
]
const manyLines = Array.from({ length: 240 }, (_, index) =>
  line(
    index % 7 === 0 ? 'added' : 'same',
    index % 7 === 0 ? null : index + 1,
    index + 1,
    `Line ${index + 1} of a long page that was written anew`,
  ),
)

export const receipts: ChangeView = {
  ...base(`/changes/${idOf(412)}/`, 'No receipt under 25 EUR, a photo in the same week above'),
  type: 'change',
  crumbs: [link('Changes', '../')],
  change: {
    ...change(412, 'No receipt under 25 EUR, a photo in the same week above', '2026-03-03T09:41:00+01:00', {
      reason: why.receipts,
      mergedBy: 'Marta Lind',
      authors: ['Ana Reis', 'Li Wei'],
    }),
    kind: null,
    pageCount: 4,
    added: 261,
    removed: 12,
  },
  commits: ['Raise the limit to 25 EUR', 'Add the row for Germany', 'Say what happens without a receipt'].map(
    (title, index) => ({
      id: idOf(900 + index),
      title,
      authors: ['Ana Reis'],
      href: index === 0 ? null : `https://gitlab.example.org/millrace/handbook/-/commit/${idOf(900 + index)}`,
    }),
  ),
  pages: [
    {
      page: link('Travel and daily allowance', '../../money/travel/'),
      path: 'money/travel.md',
      previousPath: null,
      kind: 'modified',
      added: 3,
      removed: 2,
      lines,
      rendered: {
        html: '<p class="cut">…</p><p class="hd hd3">Receipts</p><p>You need no receipt for anything under <del><span class="sr">removed: </span>10</del><ins><span class="sr">added: </span>25</ins> EUR.</p><ul><li class="cut">…</li><li><ins><span class="sr">added: </span>We ask once.</ins></li></ul><ins class="whole"><span class="sr">added: </span><p>A new paragraph.</p></ins>',
        words: 'section 4, 1 word out, 7 words in',
        facts: ['Owner changed from “people” to “finance”'],
      },
      note: null,
    },
    {
      page: link('Expenses by country', '../../money/countries/'),
      path: 'money/countries.md',
      previousPath: 'people/countries.md',
      kind: 'moved',
      added: 0,
      removed: 0,
      lines: [],
      rendered: null,
      note: 'Moved without a change of its text.',
    },
    {
      page: link('Home office', '../../money/home-office/'),
      path: 'money/home-office.md',
      previousPath: null,
      kind: 'added',
      added: 258,
      removed: 0,
      lines: manyLines,
      rendered: null,
      note: null,
    },
    {
      page: null,
      path: 'money/a-folder-with-a-long-name/and-another-one-below-it/per-diem-rates-of-2019-which-nobody-used-any-more.md',
      previousPath: null,
      kind: 'removed',
      added: 0,
      removed: 10,
      lines: [],
      rendered: null,
      note: 'The differences of this folder are not shown.',
    },
  ],
  morePages: 14,
  month: link('March 2026', '../2026-03/'),
  newer: link('Two people on every on-call rota', '../x/'),
  older: link('Say which day claims are paid', '../y/'),
  facts: [
    fact('Authors', 'Ana Reis and Li Wei'),
    fact('Merged by', 'Marta Lind'),
    fact('Pages', '4'),
    fact('Lines', '12 out, 261 in'),
    fact('Commit', idOf(412), { href: `https://gitlab.example.org/millrace/handbook/-/commit/${idOf(412)}` }),
  ],
}

export const unexplained: ChangeView = {
  ...receipts,
  route: '/changes/000000000001/' as Route,
  title: 'Update travel.md',
  change: {
    ...receipts.change,
    title: 'Update travel.md',
    reason: null,
    mergeRequest: null,
    mergedBy: null,
    authors: [],
    landedAt: null,
  },
  commits: [],
  pages: receipts.pages.slice(0, 1),
  morePages: 0,
  newer: null,
  facts: [fact('Author', 'unknown'), fact('Pages', '4'), fact('Commit', '000000000001')],
}

export const told: ChangeView = {
  ...receipts,
  route: '/changes/000000000002/' as Route,
  title: 'عشرون أسبوعًا لكل والد',
  change: {
    ...receipts.change,
    title: 'عشرون أسبوعًا لكل والد',
    reason: reason('كُتبت إجازة الوالد الثاني كاستثناء، فقرأها الناس كاستثناء.', { kind: 'what' }),
  },
  pages: receipts.pages.slice(0, 1),
}

export const gone: GoneView = {
  ...base('/money/per-diem/', 'Per diem'),
  type: 'gone',
  path: 'money/per-diem.md',
  change: receipts.change,
  when: 'on 3 March 2026',
  html: '<p class="hd hd2">Rates</p><p>Twenty EUR a day, see <span class="link">the list</span>.</p><ul><li>one</li></ul>',
  replacedBy: link('Travel and daily allowance', '../travel/'),
  facts: receipts.facts,
}

export const goneUnread: GoneView = {
  ...gone,
  route: '/money/fees/' as Route,
  title: 'Fees',
  change: { ...receipts.change, reason: null },
  html: null,
  replacedBy: null,
}

export const decisionList: ListView = {
  ...base('/decisions/', 'Decisions'),
  type: 'list',
  list: 'decisions',
  timeline: null,
  reviews: null,
  description: 'What was decided, when and by whom.',
  items: decisions.map((one) => ({ ...one, href: one.href.replace('decisions/', '') })),
  howTo:
    'A page becomes a decision with “kind: decision” in its front matter, or through a folder rule in handbook.yml.',
}

export const policyList: ListView = {
  ...decisionList,
  route: '/policies/' as Route,
  title: 'Policies',
  list: 'policies',
  description: 'The rules in force, and who owns them.',
  items: Array.from({ length: 60 }, (_, index) =>
    item(`Policy ${index + 1}`, `p${index}/`, {
      kind: 'policy',
      owner: 'Ana Reis',
      folder: 'Money',
      date: '2026-01-01',
      status:
        index < 50
          ? status('force', 'In force', { dateWord: 'since', date: '2026-01-01' })
          : status('later', 'In force', { dateWord: 'from', date: '2027-01-01' }),
    }),
  ),
}

export const noDecisions: ListView = { ...decisionList, route: '/empty/decisions/' as Route, items: [] }

export const search: SearchView = { ...base('/search/', 'Search'), type: 'search' }

export const notFound: NotFoundView = {
  ...base('/404.html', 'Not found'),
  type: 'not-found',
  withheld: null,
  tree: tree(null, {
    folder: null,
    entries: [{ label: 'Money', href: '/money/', current: false, count: 31, isFolder: true }],
    total: 1,
  }),
}
