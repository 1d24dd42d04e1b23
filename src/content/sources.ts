import { join } from 'node:path'
import type { DialectHandbook } from '../markdown/dialects/dialect.ts'
import type { Configuration } from '../model/configuration.ts'
import { type Finding, finding } from '../model/finding.ts'
import type { Audience } from '../model/front-matter.ts'
import type { RepoPath } from '../model/ids.ts'
import type { RuleOf } from './folder-rules.ts'
import type { OutlineStore } from './outline-store.ts'
import { type Gate, type PageSource, readPageSource } from './page-source.ts'
import { readRegularFile } from './read-file.ts'
import { writtenFolder } from './written-folder.ts'

/** Files that were read, split by whether this build may publish them. */
export interface Sources {
  readonly sources: readonly PageSource[]
  readonly withheld: readonly RepoPath[]
  readonly findings: readonly Finding[]
}

const UNREAD = {
  gone: 'The file was there a moment ago and is gone',
  'not-allowed': 'The file cannot be read: its permissions do not allow it',
  special: 'This is no regular file',
  'too-large': 'The file is larger than 20 MB',
}

/** Reads Markdown files, each through the gate that decides whether it may be published. */
export function readSources(root: string, paths: readonly RepoPath[], ruleOf: RuleOf, gate: Gate): Sources {
  const sources: PageSource[] = []
  const withheld: RepoPath[] = []
  const findings: Finding[] = []
  for (const path of paths) {
    const file = readRegularFile(join(root, path))
    if ('problem' in file) {
      findings.push(finding('pages/unreadable', 'error', `${UNREAD[file.problem]}. The page is withheld.`, { path }))
      withheld.push(path)
      continue
    }
    const read = readPageSource(path, file.bytes, ruleOf(path), gate)
    findings.push(...read.findings)
    if (read.source === null) withheld.push(path)
    else sources.push(read.source)
  }
  return { sources, withheld, findings }
}

/** The gate that a configuration and a way of building make. */
export function gateOf(
  configuration: Configuration,
  contentRoot: RepoPath,
  {
    audience,
    trusted,
    outlines = null,
    dialects = null,
    recordFolders = new Set(),
  }: {
    readonly audience: Audience
    readonly trusted: boolean
    readonly outlines?: OutlineStore | null
    readonly dialects?: DialectHandbook | null
    readonly recordFolders?: ReadonlySet<string>
  },
): Gate {
  // Unlike rules that hide, one that lets code run holds for exactly the folder that it names.
  const folders = configuration.mdx.map(writtenFolder)
  const inside = (path: string): string => (contentRoot === '' ? path : path.slice(contentRoot.length + 1))
  return {
    audience,
    trusted,
    outlines,
    dialects,
    recordFolders,
    allowsMdx: (path) =>
      folders.some((folder) => folder === '' || [path, inside(path)].some((name) => name.startsWith(`${folder}/`))),
    largePage: bytesOf(configuration.limits?.pageBytes ?? '1MB'),
  }
}

function bytesOf(size: string): number {
  return Number.parseFloat(size) * (/kb$/i.test(size) ? 1e3 : 1e6)
}
