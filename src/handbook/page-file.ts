import { changeJson } from '../history/change-json.ts'
import type { FrontMatter } from '../model/front-matter.ts'
import type { Day } from '../model/ids.ts'
import type { PageEntry, PageFile } from '../model/machine-files.ts'
import type { Page } from '../model/page.ts'
import { standing, statusText } from '../model/status.ts'
import { bareName } from '../text/bare-name.ts'
import { encodeRoute } from '../text/relative.ts'
import { twinOf } from '../text/twin.ts'
import { visible } from '../text/visible.ts'
import { withoutAddresses } from '../text/without-addresses.ts'
import type { Assembly } from './assembly.ts'
import { namesIn } from './shown-changes.ts'
import { currentOf } from './supersession.ts'
import { historyAbsence } from './views/facts.ts'
import { pageStatuses, turnsOf } from './views/status.ts'

/** What lists of pages tell of a page. */
export function pageEntry(assembly: Assembly, page: Page): PageEntry {
  const { site } = assembly.shell
  const told = (day: Day) => statusOn(assembly, page, day)
  return {
    route: page.route,
    url: site === null ? null : site + encodeRoute(page.route).slice(1),
    path: page.path,
    title: page.title,
    description: page.description,
    kind: page.kind,
    lang: page.lang,
    owner: page.owner === null ? null : visible(page.owner),
    ...told(assembly.today),
    asOf: assembly.today,
    turns: turnsOf(assembly, page, told).map(({ from, told: then }) => ({ from, ...then })),
    changedAt: assembly.changesOfPage.get(page.route)?.[0]?.change.landedAt ?? null,
    markdown: twinOf(page.route, 'md'),
    json: twinOf(page.route, 'json'),
  }
}

/** Everything that the site tells of a page, as `PAGE.json`; nothing that the page itself would not show. */
export function pageFile(assembly: Assembly, page: Page): PageFile {
  const { history, forge } = assembly
  const isHidden = assembly.historyHidden.has(page.route)
  const changes = isHidden ? [] : (assembly.changesOfPage.get(page.route) ?? [])
  const by = assembly.supersededBy.get(page.route)?.[0]
  const instead = currentOf(assembly, page, assembly.today)
  return {
    schema: 1,
    ...pageEntry(assembly, page),
    supersededBy: by === undefined ? null : named(by),
    readInstead: instead === page ? null : named(instead),
    supersedes: (assembly.supersedes.get(page.route) ?? []).map(named),
    frontMatter: publicFrontMatter(page.frontMatter),
    names: [...new Set([page.path, ...namesIn(changes)])],
    history: {
      complete: history.complete,
      startsAt: history.startsAt,
      absent: isHidden ? 'This folder does not show its history.' : historyAbsence(assembly, page, changes),
      changes: changes.map((change) => changeJson(change, (reference) => forge?.mergeRequest(reference) ?? null)),
    },
  }
}

/** How a page stands on a day. What is decided for a later day, or only proposed, is not in force. */
function statusOn(assembly: Assembly, page: Page, day: Day) {
  const statuses = pageStatuses(assembly, page.route, page, day)
  const main = statuses[0]?.name
  return {
    isCurrent: !statuses.some(({ name }) => standing(name) === 'past'),
    isInForce: main === undefined || (standing(main) === 'counts' && main !== 'proposed'),
    status: statuses.map((each) => ({ name: each.name, label: each.label, date: each.date, words: statusText(each) })),
  }
}

const named = ({ route, title }: Page) => ({ route, title })

/** Keys that are told; those that name other pages (`supersedes`, `aliases`, `parent`) may name hidden ones. */
const TOLD = [
  'title',
  'description',
  'kind',
  'owner',
  'keywords',
  'audience',
  'draft',
  'lang',
  'review',
  'effective',
  'until',
  'controlled',
  'applies',
  'status',
  'decided',
  'deciders',
  'consulted',
  'informed',
  'options',
  'chosen',
  'weight',
  'nav_order',
  'sidebar_position',
  'sidebar_label',
  'nav_title',
  'linkTitle',
] as const satisfies readonly (keyof FrontMatter)[]

/** People by their names, as pages show them; other texts without the addresses of people. */
function publicFrontMatter(frontMatter: FrontMatter): PageFile['frontMatter'] {
  const people = new Set(['owner', 'deciders', 'consulted', 'informed'])
  const shown = (key: string, value: unknown): unknown => {
    if (typeof value === 'string') return people.has(key) ? bareName(value) : withoutAddresses(value)
    return Array.isArray(value) ? value.map((item) => shown(key, item)) : value
  }
  return Object.fromEntries(
    TOLD.flatMap((key) => {
      const value = frontMatter[key]
      return value === undefined ? [] : [[key, shown(key, value)]]
    }),
  ) as PageFile['frontMatter']
}
