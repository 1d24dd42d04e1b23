import { statSync } from 'node:fs'
import { join } from 'node:path'
import { isMarkdown } from '../../content/file-names.ts'
import { isContentPath } from '../../content/never-content.ts'
import { walk } from '../../content/walk.ts'
import { writtenFolder } from '../../content/written-folder.ts'
import { WhybookError } from '../../model/error.ts'
import type { RepoPath } from '../../model/ids.ts'
import { configurationOf } from '../../source/settings.ts'
import type { Source } from '../../source/source.ts'
import { counted } from '../../text/counting.ts'
import { type Check, error, ok, warning } from './check.ts'

/** Reads the configuration as a build would, and says what is wrong with it; also whether there is a page at all. */
export async function checkConfiguration(source: Source): Promise<readonly Check[]> {
  const id = 'configuration'
  try {
    const { configuration, contentRoot, path, findings } = await configurationOf(source, {
      trusted: true,
      targetBranch: null,
    })
    const pages = walk(source.root, contentRoot).filter((entry) => isPage(entry.path, contentRoot)).length
    const missing = configuration.mdx.filter((folder) => !isThere(source.root, contentRoot, writtenFolder(folder)))
    return [
      ok(id, path === null ? 'There is no handbook.yml: everything has its default.' : `${path} can be read.`),
      ...findings.map(({ reason }) => warning('configuration/folders', reason, `Mend the folder in ${path}.`)),
      ...missing.map((folder) =>
        warning(
          'configuration/folders',
          `“mdx” names the folder “${folder}”, which is not there.`,
          `Mend it in ${path}.`,
        ),
      ),
      ...siteChecks(configuration.site ?? null),
      pages > 0
        ? ok(
            'configuration/content',
            `${counted(pages, 'page')} in ${contentRoot === '' ? 'the repository' : contentRoot}.`,
          )
        : error(
            'configuration/content',
            'There is no page: nothing can be built.',
            'Write index.md, or name the folder of the pages under “content” in handbook.yml.',
          ),
    ]
  } catch (thrown) {
    if (!(thrown instanceof WhybookError)) throw thrown
    return [error(id, thrown.message, thrown.hint ?? 'Mend it: nothing is built until it is right.')]
  }
}

function siteChecks(site: string | null): readonly Check[] {
  const id = 'configuration/site'
  if (site === null)
    return [ok(id, 'No address of the site is configured: no sitemap, unless the build is told with --site.')]
  if (site.startsWith('https:')) return [ok(id, `The site is ${site}.`)]
  return [warning(id, `The site is ${site}, without encryption.`, 'Write it with https:// where the server has it.')]
}

function isPage(path: RepoPath, contentRoot: RepoPath): boolean {
  return isMarkdown(path) && isContentPath(path, contentRoot)
}

function isThere(root: string, contentRoot: RepoPath, folder: string): boolean {
  const places = [folder, `${contentRoot}/${folder}`]
  return places.some((place) => statSync(join(root, place), { throwIfNoEntry: false })?.isDirectory() === true)
}
