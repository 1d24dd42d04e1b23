import { standing } from '../model/status.ts'
import type { Assembly } from './assembly.ts'
import type { RenderPage } from './render-page.ts'
import type { SearchDocument } from './search-documents.ts'
import { pageStatuses } from './views/status.ts'

/** The handbook's pages as the search index takes them, in the order of the pages. */
export function* searchDocuments(assembly: Assembly, render: RenderPage): Iterable<SearchDocument> {
  for (const page of assembly.content.pages) {
    const status = pageStatuses(assembly, page.route, page)[0] ?? null
    const replacement = status?.name === 'superseded' ? (assembly.supersededBy.get(page.route) ?? null) : null
    const trail = (assembly.standing.get(page.route)?.above ?? []).slice(1).map((node) => node.label)
    yield {
      route: page.route,
      path: page.path,
      title: page.title,
      kind: page.kind,
      status: status?.label ?? null,
      statusShown: status,
      isPast: status !== null && standing(status.name) === 'past',
      replacedBy: replacement === null ? null : { title: replacement.title, route: replacement.route },
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
