import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { CONFIGURATION_FILES } from '../model/configuration-files.ts'
import type { RepoPath } from '../model/ids.ts'
import { decodeText } from '../text/decode.ts'
import type { DialectSources } from './dialects.ts'
import { nameOf } from './file-names.ts'
import { readRegularFile } from './read-file.ts'

/** Files that may be put into a page: text that people write. Keys and settings of tools have other names. */
const TEXT =
  /\.(?:md|markdown|mdx|html?|txt|rst|adoc|ya?ml|json|csv|tsv|toml|svg|mmd|mermaid|puml|sh|bash|py|rb|js|ts|jsx|tsx|css|scss|go|rs|java|kt|c|h|cpp|cs|php|sql|xml|tf|graphql|proto|liquid|erb|tpl|tmpl|sample)$/i
/** Our own settings name what is hidden, and people. */
const SETTINGS = [...CONFIGURATION_FILES, 'people.yml', 'people.yaml']
/** Larger files are no part of a page. */
const MOST_BYTES = 1_000_000

/**
 * Text of a file that a page puts in, or why not. Never a file outside of the repository, a link or a file behind one,
 * a hidden file (`.env`, `.git/`), our settings, nor one that a rule makes internal, in a public build.
 *
 * @param path - relative to the repository, without `.` and `..`
 */
export function readShownFile(
  path: string,
  { root, audience, ruleOf }: Pick<DialectSources, 'root' | 'audience' | 'ruleOf'>,
): { readonly text: string } | { readonly problem: 'missing' | 'withheld' | 'refused' } {
  const parts = path.split('/')
  const isHidden = parts.some((part) => (part.startsWith('.') && part !== '.gitbook') || part === 'node_modules')
  if (isHidden || SETTINGS.includes(nameOf(path).toLowerCase()) || path.includes('\0') || path.length > 1000)
    return { problem: 'refused' }
  for (let depth = 1; depth < parts.length; depth += 1) {
    const folder = parts.slice(0, depth).join('/')
    if (!isFolder(join(root, folder))) return { problem: 'missing' }
  }
  const read = readRegularFile(join(root, path))
  if ('problem' in read) return { problem: read.problem === 'gone' ? 'missing' : 'refused' }
  if (!TEXT.test(path) || read.bytes.length > MOST_BYTES) return { problem: 'refused' }
  if (audience === 'public' && ruleOf(path as RepoPath).audience === 'internal') return { problem: 'withheld' }
  const { text, problem } = decodeText(read.bytes)
  if (problem?.kind === 'nul') return { problem: 'refused' }
  return { text: text.startsWith('\uFEFF') ? text.slice(1) : text }
}

function isFolder(path: string): boolean {
  try {
    return lstatSync(path).isDirectory()
  } catch {
    return false
  }
}
