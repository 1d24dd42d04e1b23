import type { IncludedFile, IncludeFrom } from '../markdown/dialects/dialect.ts'
import { readFrontMatter } from '../markdown/front-matter.ts'
import { ownVisibility } from '../markdown/visibility.ts'
import type { RepoPath } from '../model/ids.ts'
import type { DialectSources } from './dialects.ts'
import { folderOf } from './file-names.ts'
import { joinPath } from './join-path.ts'
import { readShownFile } from './shown-file.ts'

/** Folders that hold parts of pages in one generator or another, below the content or the repository. */
const PARTS = ['_includes', 'includes', '_partials', 'partials', '.gitbook/includes', 'snippets', '_snippets']
/** Folders that a path may begin in without naming them. */
const OTHERS = ['static', 'assets', 'docs', 'source', 'layouts/partials']
const ENDINGS = ['', '.md', '.html', '.markdown', '.html.md', '.liquid']

/**
 * Reads the files that pages put in, each looked for where its generator would.
 *
 * @param included - gets the path of each
 */
export function includeReader(
  sources: DialectSources,
  included: Set<RepoPath>,
): (written: string, from: IncludeFrom, page: RepoPath) => IncludedFile {
  const known = new Map<string, IncludedFile>()
  return (written, from, page) => {
    const key = `${from}\0${from === 'includes' ? '' : folderOf(page)}\0${written}`
    const found = known.get(key) ?? read(written, from, page, sources)
    if ('path' in found) included.add(found.path)
    if (known.size < 10_000) known.set(key, found)
    return found
  }
}

function read(written: string, from: IncludeFrom, page: RepoPath, sources: DialectSources): IncludedFile {
  let problem: 'missing' | 'withheld' | 'refused' = 'missing'
  for (const path of candidates(written.trim(), from, page, sources.contentRoot)) {
    const file = readShownFile(path, sources)
    if ('text' in file) return asIncluded(path as RepoPath, file.text, sources)
    if (file.problem === 'withheld') return file
    if (file.problem === 'refused') problem = file.problem
  }
  return { problem }
}

function* candidates(written: string, from: IncludeFrom, page: RepoPath, contentRoot: RepoPath): Iterable<string> {
  if (written === '' || /^[a-z][a-z0-9+.-]*:/i.test(written)) return
  const isAbsolute = written.startsWith('/')
  const tops = contentRoot === '' ? [''] : [contentRoot, '']
  const parts = tops.flatMap((top) => PARTS.map((folder) => (top === '' ? folder : `${top}/${folder}`)))
  const beside = isAbsolute ? [] : [folderOf(page)]
  const others = [
    ...tops,
    ...OTHERS,
    ...tops.filter((top) => top !== '').flatMap((top) => OTHERS.map((folder) => `${top}/${folder}`)),
  ]
  const folders = from === 'includes' ? [...parts, ...beside, ...others] : [...beside, ...tops, ...parts, ...others]
  const seen = new Set<string>()
  for (const ending of ENDINGS) {
    for (const folder of folders) {
      const path = joinPath(folder, written + ending)
      if (path === null || path === '' || seen.has(path)) continue
      seen.add(path)
      yield path
      // Sass, Middleman and Hugo write the names of parts with a line in front.
      if (from === 'includes') yield path.replace(/[^/]+$/, '_$&')
    }
  }
}

/** A file with front matter obeys what it says about who may see it, page or not. */
function asIncluded(path: RepoPath, text: string, { audience }: DialectSources): IncludedFile {
  const { data, raw, body, withheld } = readFrontMatter(text, path)
  const isDraft = ownVisibility(path, { data, withheld }) === 'draft'
  if (withheld || (audience === 'public' && (isDraft || data.audience === 'internal'))) return { problem: 'withheld' }
  return { path, text: body, frontMatter: raw }
}
