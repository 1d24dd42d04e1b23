import type { Day } from '../model/ids.ts'
import type { Page } from '../model/page.ts'
import { standing } from '../model/status.ts'
import type { Assembly } from './assembly.ts'
import type { RenderPage } from './render-page.ts'
import type { SearchDocument } from './search-documents.ts'
import { currentOf } from './supersession.ts'
import { pageStatuses, turnsOf } from './views/status.ts'

/** The handbook's pages as the search index takes them, in the order of the pages. */
export function* searchDocuments(assembly: Assembly, render: RenderPage): Iterable<SearchDocument> {
  for (const page of assembly.content.pages) {
    const told = (day: Day) => toldOn(assembly, page, day)
    const { status, ...more } = told(assembly.today)
    const trail = (assembly.standing.get(page.route)?.above ?? []).slice(1).map((node) => node.label)
    yield {
      route: page.route,
      path: page.path,
      title: page.title,
      kind: page.kind,
      status: status?.label ?? null,
      statusShown: status,
      ...more,
      turns: turnsOf(assembly, page, told).map(({ from, told: then }) => ({ from, ...then })),
      owner: page.owner,
      folder: trail[0] ?? null,
      trail,
      lang: page.lang,
      keywords: page.frontMatter.keywords ?? [],
      description: page.description,
      // Only when it is asked for: a build that knows it from the last one never does.
      get html() {
        return render(page).html
      },
    }
  }
}

/** How a page stands on a day, as results show it. */
function toldOn(assembly: Assembly, page: Page, day: Day) {
  const main = pageStatuses(assembly, page.route, page, day)[0]
  const current = main?.name === 'superseded' ? currentOf(assembly, page, day) : page
  return {
    status:
      main === undefined ? null : { name: main.name, label: main.label, dateWord: main.dateWord, date: main.date },
    isPast: main !== undefined && standing(main.name) === 'past',
    replacedBy: current === page ? null : { title: current.title, route: current.route },
  }
}
