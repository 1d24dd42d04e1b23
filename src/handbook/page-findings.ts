import { plainDialect } from '../markdown/dialect.ts'
import type { Finding } from '../model/finding.ts'
import type { Page } from '../model/page.ts'
import type { RenderPage } from './render-page.ts'

/** Template tags of other generators, which are shown as readable text; one finding a dialect and page. */
export function dialectFindings(pages: readonly Page[]): readonly Finding[] {
  return pages.flatMap((page) => located(page, plainDialect(page.body).findings))
}

/** What drawing the pages found; draws those that have not been drawn. Lines are those of the file already. */
export function renderFindings(pages: readonly Page[], render: RenderPage): readonly Finding[] {
  return pages.flatMap((page) => render(page).findings.map((each) => ({ ...each, path: page.path })))
}

function located({ path, bodyLine }: Page, findings: readonly Finding[]): readonly Finding[] {
  return findings.map((each) => ({ ...each, path, line: each.line === null ? null : each.line + bodyLine - 1 }))
}
