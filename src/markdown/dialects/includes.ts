import type { RepoPath } from '../../model/ids.ts'
import type { DialectHandbook, DialectPage, Values } from './dialect.ts'
import type { Stage, Use } from './stage.ts'

/** What became of the files that a page includes, those included by them too. */
export interface Inclusions {
  /** What may still be put into this page. */
  readonly left: { files: number; characters: number }
  readonly problems: { readonly problem: Problem; readonly written: string }[]
  /** Tags in included files that could only be shown as text. */
  readonly uses: Use[]
}

/** Why a file was not put in. */
export type Problem = 'missing' | 'withheld' | 'refused' | 'cycle' | 'limit'

/** Files inside each other. */
const DEEPEST = 10

interface Includer {
  readonly path: RepoPath
  readonly frontMatter: Readonly<Record<string, unknown>>
  readonly handbook: DialectHandbook
}

/**
 * A page that can include files. An included file is translated with the page's front matter, as Jekyll does; files
 * that include themselves, too many of them and too long ones are left out and told.
 */
export function pageWithIncludes(
  page: Includer,
  inclusions: Inclusions,
  translate: (text: string, page: DialectPage, values: Values) => Stage,
  above: readonly RepoPath[] = [],
): DialectPage {
  const chain = [...above, page.path]
  return {
    ...page,
    include: (written, from, values, part = (text) => text) => {
      const fail = (problem: Problem): null => {
        if (inclusions.problems.length < 1_000) inclusions.problems.push({ problem, written })
        return null
      }
      const file = page.handbook.read(written, from, page.path)
      if ('problem' in file) return fail(file.problem)
      if (chain.includes(file.path)) return fail('cycle')
      inclusions.left.files -= 1
      inclusions.left.characters -= file.text.length
      if (chain.length > DEEPEST || inclusions.left.files < 0 || inclusions.left.characters < 0) return fail('limit')
      const own = { ...page, path: file.path }
      const text = part(/\.html?$/i.test(file.path) ? flatHtml(file.text) : file.text.replace(/\r\n?/g, '\n'))
      const stage = translate(text, pageWithIncludes(own, inclusions, translate, chain), values)
      inclusions.uses.push(...stage.uses)
      return stage.text
    },
  }
}

/** HTML whose blank lines and indentation say nothing: in Markdown they would make code of it. */
function flatHtml(text: string): string {
  const html = text.replace(/\r\n?/g, '\n')
  if (/<pre\b|^[ \t]*(?:```|~~~)/im.test(html)) return html
  return html
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}
