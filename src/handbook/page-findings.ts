import type { Finding } from '../model/finding.ts'
import type { Page } from '../model/page.ts'
import type { RenderPage } from './render-page.ts'

/** What drawing the pages found; draws those that have not been drawn. Lines are those of the file already. */
export function renderFindings(pages: readonly Page[], render: RenderPage): readonly Finding[] {
  return pages.flatMap((page) => render(page).findings.map((each) => ({ ...each, path: page.path })))
}
