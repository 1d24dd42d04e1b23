import type { RepoPath } from '../model/ids.ts'
import { visible } from '../text/visible.ts'
import { folderOf, humanise, indexRank, nameOf, stemOf } from './file-names.ts'
import type { PageSource } from './page-source.ts'

/**
 * Title of a page: front matter, first H1, navigation label, first heading, file name; never empty, one line, and
 * without characters that steer a terminal or the direction of text.
 *
 * @param navigationLabel - label of the page in a navigation file, null without one
 * @param homeName - for the page at the top of the handbook when its file says nothing
 */
export function titleOf(
  source: PageSource,
  navigationLabel: string | null,
  contentRoot: RepoPath,
  homeName: string,
): string {
  const { headings } = source.outline
  const candidates = [
    source.frontMatter.title,
    headings.find(({ depth, text }) => depth === 1 && text.trim() !== '')?.text,
    navigationLabel,
    headings.find(({ text }) => text.trim() !== '')?.text,
  ]
  const written = candidates.find((text) => text != null && text.trim() !== '')
  return tidy(written ?? '') || fromName(source.path, contentRoot, homeName)
}

function tidy(text: string): string {
  return visible(text.replaceAll(/\s+/g, ' ').trim())
}

function fromName(path: string, contentRoot: string, homeName: string): string {
  const folder = folderOf(path)
  if (indexRank(path) === null) return tidy(humanise(nameOf(stemOf(path))))
  return folder === contentRoot ? homeName : tidy(humanise(nameOf(folder).replace(/^_/, '')))
}
