import type { Route } from '../../../src/model/ids.ts'
import type { PageView } from '../../../src/model/view.ts'
import { change, fact, item, link, reason, status, strip, tree, why } from './parts.ts'
import * as texts from './texts.ts'

const forge: PageView['forge'] = {
  file: 'https://gitlab.example.org/millrace/handbook/-/blob/main/money/travel.md',
  edit: 'https://gitlab.example.org/millrace/handbook/-/edit/main/money/travel.md',
  name: 'GitLab',
}
const noForge: PageView['forge'] = { file: null, edit: null, name: null }
const noHistory: PageView['history'] = {
  shown: true,
  absent: null,
  uncommitted: null,
  newest: [],
  next: [],
  total: 0,
  href: 'history/',
}

const page = (route: string, title: string, more: Partial<PageView> = {}): PageView => ({
  type: 'page',
  route: route as Route,
  title,
  description: null,
  lang: 'en',
  dir: 'ltr',
  crumbs: [link('Handbook', '../../'), link('Money', '../')],
  tree: tree(null),
  kind: 'page',
  statuses: [],
  lead: null,
  sections: [],
  html: texts.short,
  mdx: null,
  facts: [fact('Owner', 'nobody', { href: forge.edit, note: 'name one' })],
  record: [],
  strip: null,
  notice: null,
  turns: [],
  chain: null,
  mark: null,
  changed: [],
  reasons: [],
  margin: { marks: [], hasNotes: false, origin: null, file: null },
  history: noHistory,
  linkedFrom: [],
  linkedFromTotal: 0,
  previous: null,
  next: null,
  forge,
  hasMermaid: false,
  children: [],
  ...more,
})

const travelChanges = [
  change(412, 'No receipt under 25 EUR, a photo in the same week above', '2026-03-03T09:41:00+01:00', {
    reason: why.receipts,
    mergedBy: 'Marta Lind',
  }),
  change(398, 'Say which day claims are paid', '2026-01-09T16:02:00Z', { authors: ['Li Wei'], added: 1 }),
  change(287, 'Train under five hours', '2025-06-20T11:20:00+02:00', {
    reason: why.train,
    authors: ['Jonas Weller', 'Priya Nair'],
  }),
  change(233, 'Local transport out of the allowance', '2025-01-14T08:00:00Z', {
    reason: why.taxis,
    added: 14,
    removed: 9,
  }),
  change(171, 'Countries in a table', '2024-06-11T08:00:00Z', { reason: why.what, authors: ['Oskar Brandt'] }),
  change(164, 'Rename “Per diem”', '2024-06-11T07:00:00Z', {
    kind: 'moved',
    previousPath: 'people/per-diem.md',
    path: 'money/travel.md',
    reason: why.words,
    added: 0,
    removed: 0,
  }),
  change(12, 'Exceptions', '2023-01-12T10:00:00Z', { reason: why.door, mergeRequest: null }),
  change(11, 'Write down what we pay when people travel', null, { kind: 'added', added: 80, removed: 0, authors: [] }),
]

const sections = ['Who it covers', 'Booking', 'Daily allowance', 'Receipts', 'Paying people back', 'Exceptions'].map(
  (text, index) => ({ depth: 2 as const, id: `s${index + 1}`, text, number: String(index + 1) }),
)

/** Notes beside the first paragraphs of the text, where they stand in its HTML. */
const travelMarks = [...texts.travel.matchAll(/<p>.*?<\/p>/gs)].slice(0, 6).map((match, index) => ({
  from: match.index,
  to: match.index + match[0].length,
  anchor: `b-000000${index}`,
  isChanged: index === 1 || index === 3,
  change: index === 3 ? null : (travelChanges.filter((each) => each.reason !== null)[index] ?? null),
  word: index === 1 ? ('Changed' as const) : ('Since' as const),
}))

export const travel = page('/money/travel/', 'Travel and daily allowance', {
  kind: 'policy',
  description: 'You may spend up to 80 EUR a day while travelling for work.',
  statuses: [
    status('force', 'In force', { dateWord: 'since', date: '2026-03-03' }),
    status('controlled', 'Controlled document'),
  ],
  lead: 'You may spend up to 80 EUR a day while travelling for work. You need no approval beforehand and no receipt for anything under 25 EUR.',
  sections,
  tree: tree('travel'),
  html: texts.travel,
  facts: [
    fact('Owner', 'Ana Reis'),
    fact('Last change', '', { date: '2026-03-03T09:41:00+01:00', href: '../../changes/x/', note: '!412' }),
    fact('Review due', '', { date: '2027-01-10', note: 'every 12 months' }),
    fact('Applies to', 'Everyone'),
  ],
  strip: strip(14),
  margin: {
    marks: travelMarks,
    hasNotes: true,
    origin: travelChanges[5] ?? null,
    file: '../../_whybook/why/money/travel.json',
  },
  history: { ...noHistory, newest: travelChanges.slice(0, 4), next: travelChanges.slice(4), total: 14 },
  linkedFrom: [
    link('Working from abroad', '../../people/abroad/'),
    link('Interview travel', '../../people/interviews/'),
  ],
  linkedFromTotal: 9,
  previous: link('Buying software', '../software/'),
  next: link('Home office', '../home-office/'),
  hasMermaid: true,
})

const fifty = Array.from({ length: 50 }, (_, index) =>
  change(
    500 - index,
    index % 3 === 0
      ? 'Update hiring.md'
      : 'Describe how a hiring manager asks for a role, who answers, and what happens when nobody does in the first week after the request',
    `${2026 - Math.floor(index / 14)}-0${(index % 9) + 1}-1${index % 9}T10:00:00Z`,
    {
      reason: index % 2 === 0 ? (index % 4 === 0 ? why.long : why.train) : index % 5 === 0 ? why.what : null,
      authors: ['Maria-Magdalena Oberholzer-Featherstonehaugh', 'Oskar Brandt', 'Li Wei', 'Priya Nair'],
      added: index * 7,
      removed: index * 3,
    },
  ),
)

export const hiring = page(
  '/people/hiring/',
  'How we hire: from the first thought about a role to the first day of the person who takes it, and who decides what on the way',
  {
    html: texts.travel,
    sections,
    lead: 'A role is opened by a lead, written by the team, and closed by the person who takes it.',
    facts: [fact('Owner', 'the people team and every hiring manager who has opened a role in the last year')],
    strip: strip(50, { sentence: '50 changes from September 2022 to September 2026: 30 say why, 4 have other text.' }),
    reasons: fifty.filter((each) => each.reason !== null).slice(0, 5),
    history: { ...noHistory, newest: fifty.slice(0, 4), next: fifty.slice(4, 24), total: 50 },
    previous: link('A previous page whose title is also rather long, so that it takes two lines', '../abroad/'),
    next: link('Onboarding', '../onboarding/'),
    linkedFrom: Array.from({ length: 12 }, (_, index) =>
      link(`A page that links here, number ${index + 1}`, `../p${index}/`),
    ),
    linkedFromTotal: 57,
  },
)

export const plants = page('/money/plants/', 'Plants', {
  statuses: [status('draft', 'Draft')],
  history: { ...noHistory, absent: 'Not committed yet: this page has no history so far.' },
  forge: noForge,
})

export const cards = page('/money/cards/', 'Company cards', {
  tree: tree('cards'),
  facts: [
    fact('Owner', 'Finance'),
    fact('Last change', '', { date: '2025-06-20T11:20:00+02:00', href: '../../changes/x/' }),
  ],
  strip: strip(2, { sentence: '2 changes from May 2025 to June 2025: 1 says why.' }),
  reasons: [travelChanges[0]!],
  history: { ...noHistory, newest: travelChanges.slice(0, 2), total: 2 },
})

export const software = page('/money/software/', 'Buying software', {
  tree: tree('software'),
  statuses: [status('overdue', 'Review was due', { date: '2026-02-18' })],
  notice: {
    tone: 'bad',
    text: 'This page was due for review on 18 February 2026 and has no owner. Do not rely on it for money or law.',
    link: null,
  },
  history: { ...noHistory, newest: [travelChanges[1]!], total: 1 },
  strip: null,
})

export const perDiem = page('/money/per-diem/', 'Per diem rates', {
  kind: 'policy',
  statuses: [
    status('superseded', 'Superseded', { link: link('Travel and daily allowance', '../travel/') }),
    status('due', 'Review due', { date: '2026-11-30' }),
  ],
  notice: {
    tone: 'warn',
    text: 'This page no longer counts. Read instead:',
    link: link('Travel and daily allowance', '../travel/'),
  },
  record: [
    fact('Effective from', '', { date: '2021-05-01' }),
    fact('Superseded by', 'Travel and daily allowance', { href: '../travel/' }),
  ],
  strip: strip(9, {
    broken: true,
    sentence:
      "9 changes from March 2022 to June 2024: none with a recorded reason. Older ones are missing: this copy's history starts on 2 March 2022.",
  }),
  history: {
    ...noHistory,
    newest: travelChanges.slice(0, 4).map((each) => ({ ...each, reason: null })),
    total: 9,
  },
})

export const decision = page('/decisions/0142-receipts/', 'No receipts under 25 EUR', {
  kind: 'decision',
  crumbs: [link('Handbook', '../../'), link('Decisions', '../')],
  tree: tree(null, {
    folder: link('Decisions', '../'),
    entries: [{ label: 'No receipts under 25 EUR', href: './', current: true, count: null, isFolder: false }],
    total: 31,
  }),
  statuses: [status('accepted', 'Accepted', { dateWord: 'on', date: '2026-03-02' })],
  lead: 'Nobody attaches a receipt for a cost under 25 EUR. Above 25 EUR a photo in the same week is enough.',
  sections: [
    { depth: 2, id: 's1', text: 'Who it covers', number: null },
    { depth: 2, id: 's2', text: 'Booking', number: null },
  ],
  html: texts.travel,
  record: [
    fact('Decided', '', { date: '2026-03-02' }),
    fact('Decided by', 'Ana Reis'),
    fact('Consulted', 'Li Wei, Jonas Weller, Priya Nair, Marta Lind and the country leads'),
    fact('Informed', 'everyone'),
    fact('Supersedes', 'Receipts for everything', { href: '../0031/' }),
  ],
  facts: [fact('Owner', 'Ana Reis')],
  reasons: [{ ...travelChanges[0]!, reason: reason('Finance asked for it.') }, travelChanges[4]!],
  history: { ...noHistory, newest: travelChanges.slice(0, 2), total: 2 },
})

export const arabic = page('/ar/leave/', 'إجازة الوالدين', {
  lang: 'ar',
  dir: 'rtl',
  crumbs: [link('Handbook', '../../'), link('الأفراد', '../')],
  tree: tree(null, {
    folder: link('الأفراد', '../'),
    entries: [
      { label: 'إجازة الوالدين', href: './', current: true, count: null, isFolder: false },
      { label: 'ساعات العمل', href: '../hours/', current: false, count: null, isFolder: false },
    ],
    total: 2,
  }),
  statuses: [status('force', 'In force', { dateWord: 'since', date: '2026-02-01' })],
  lead: 'لكل والد عشرون أسبوعًا بأجر كامل، تؤخذ خلال السنة الأولى.',
  sections: [
    { depth: 2, id: 'من-تشمل', text: 'من تشمل هذه السياسة', number: '1' },
    { depth: 2, id: 'كيف-تطلبها', text: 'كيف تطلبها', number: '2' },
  ],
  html: texts.arabic,
  strip: strip(8),
  reasons: [
    change(436, 'عشرون أسبوعًا لكل والد', '2026-02-01T10:00:00Z', {
      reason: reason('كُتبت إجازة الوالد الثاني كاستثناء، فقرأها الناس كاستثناء.'),
    }),
    travelChanges[2]!,
    travelChanges[3]!,
  ],
  history: {
    ...noHistory,
    newest: [
      travelChanges[0]!,
      change(436, 'عشرون أسبوعًا لكل والد', '2026-02-01T10:00:00Z', {
        reason: reason('كُتبت إجازة الوالد الثاني كاستثناء، فقرأها الناس كاستثناء.'),
      }),
    ],
    total: 8,
  },
  previous: link('ساعات العمل', '../hours/'),
  next: link('Onboarding', '../../people/onboarding/'),
})

export const japanese = page('/ja/leave/', '育児休業について、期間と申請のしかた', {
  lang: 'ja',
  lead: '育児休業は二十週間で、給与は全額支払われます。',
  sections: [
    { depth: 2, id: '対象', text: '対象となる人', number: '1' },
    { depth: 2, id: '申請', text: '申請のしかた', number: '2' },
  ],
  html: texts.japanese,
  reasons: [
    change(436, '二十週間にする', '2026-02-01T10:00:00Z', {
      reason: reason('二人目の親の休業が例外のように書かれていたため、例外のように読まれていました。'),
    }),
  ],
  history: { ...noHistory, newest: [change(436, '二十週間にする', '2026-02-01T10:00:00Z')], total: 1 },
})

const levels = [
  'People',
  'Europe',
  'Portugal',
  'Lisbon',
  'Offices',
  'Second floor',
  'Kitchen',
  'Machines',
  'Coffee',
  'Cleaning',
  'Weekly',
  'Filters',
]
export const deep = page(`/${levels.map((name) => name.toLowerCase().replace(' ', '-')).join('/')}/`, 'Filters', {
  crumbs: [
    link('Handbook', '../'.repeat(12)),
    ...levels.slice(0, -1).map((name, index) => link(name, '../'.repeat(11 - index))),
  ],
  sections: [
    { depth: 2, id: 'wide', text: 'A table with fourteen columns', number: null },
    { depth: 2, id: 'code', text: 'Code that is longer than a line', number: null },
    {
      depth: 3,
      id: 'deep',
      text: 'A heading of the third level whose words go on for much longer than anybody would wish',
      number: null,
    },
  ],
  html: texts.wide,
  history: { ...noHistory, shown: false },
  children: [
    item('Descaling', 'descaling/', { description: 'Every second Friday, with vinegar and patience.' }),
    item('Grinders', 'grinders/', { count: 12 }),
    item('Old filters', 'old/', { kind: 'policy', status: status('ended', 'Ended', { date: '2026-01-31' }) }),
  ],
})

export const large = page('/engineering/everything/', 'A very large page', {
  html: texts.large,
  sections: Array.from({ length: 60 }, (_, index) => ({
    depth: 2 as const,
    id: `part-${index + 1}`,
    text: `Part ${index + 1} of a very large page`,
    number: null,
  })),
  strip: strip(400, { sentence: '400 changes from January 2023 to March 2026: 130 say why, 70 have other text.' }),
  history: { ...noHistory, newest: fifty.slice(0, 4), next: fifty.slice(4, 24), total: 400 },
})

export { fifty, travelChanges }
