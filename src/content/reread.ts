import { join } from 'node:path'
import type { Finding } from '../model/finding.ts'
import type { Page } from '../model/page.ts'
import type { RuleOf } from './folder-rules.ts'
import { type Gate, readPageSource } from './page-source.ts'
import { readRegularFile } from './read-file.ts'

/**
 * A page as its file says now, while nothing has changed that other pages show or that decides its address: title,
 * front matter, visibility. For the development server, which reads one file when one was saved.
 *
 * @param root - absolute path of the repository
 * @returns the page with its new text and what is wrong with that, or null: everything has to be read again
 */
export function rereadPage(
  root: string,
  page: Page,
  ruleOf: RuleOf,
  gate: Gate,
): { readonly page: Page; readonly findings: readonly Finding[] } | null {
  const file = readRegularFile(join(root, page.path))
  if ('problem' in file) return null
  const { source, findings } = readPageSource(page.path, file.bytes, ruleOf(page.path), gate)
  if (source === null || source.redirectTo !== null) return null
  const { body, bodyLine, text, lines, digest, drawn, outline, frontMatter } = source
  const isSame =
    JSON.stringify([frontMatter, source.kind, source.audience, source.isMdx, names(source)]) ===
    JSON.stringify([page.frontMatter, page.kind, page.audience, page.isMdx, names(page)])
  return isSame ? { page: { ...page, body, bodyLine, text, lines, digest, drawn, outline }, findings } : null
}

/** Headings that may give a page its title. */
const names = ({ outline: { headings } }: Pick<Page, 'outline'>): readonly (string | undefined)[] => [
  headings.find(({ depth, text }) => depth === 1 && text.trim() !== '')?.text,
  headings[0]?.text,
]
