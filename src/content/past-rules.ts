import { parseDocument } from 'yaml'
import type { FolderRule } from '../model/configuration.ts'
import type { RepoPath } from '../model/ids.ts'
import { folderOf } from './file-names.ts'
import { folderRules, type RuleOf, tidyFolder } from './folder-rules.ts'

/** A configuration as it once was. */
export interface PastConfiguration {
  readonly path: RepoPath
  readonly text: string
}

/**
 * Which folders the configurations of one moment kept internal, to judge the versions of that moment.
 *
 * They may have been written for another Whybook and name a content folder that is gone, so all that is looked at is
 * `content` and the `audience` of each folder, and doubt hides: an audience that is no `public` is internal, a text
 * that cannot be read at all hides everything below it, and where neither `content` nor the place of the file tells
 * the content folder, a folder's name fits at any depth.
 */
export function pastRules(configurations: readonly PastConfiguration[]): (path: RepoPath) => 'public' | 'internal' {
  const rules = configurations.flatMap(isInternalBy)
  if (rules.length === 0) return () => 'public'
  return (path) => (rules.some((isInternal) => isInternal(path)) ? 'internal' : 'public')
}

function isInternalBy({ path, text }: PastConfiguration): ((path: RepoPath) => boolean)[] {
  const own = folderOf(path)
  const isBelow = (page: RepoPath) => own === '' || page.startsWith(`${own}/`)
  const data = dataOf(text)
  if (data === undefined) return [isBelow]
  const folders = audiences(data['folders'])
  if (!Object.values(folders).some(({ audience }) => audience === 'internal')) return []
  const named = typeof data['content'] === 'string' ? tidyFolder(data['content']) : own
  const known = new Map<string, RuleOf>()
  const ruleOf = (root: string) => {
    const rule = known.get(root) ?? folderRules({ folders }, root as RepoPath)
    known.set(root, rule)
    return rule
  }
  const isInternal = (page: RepoPath) =>
    (named === '' ? foldersAbove(page) : [named]).some((root) => ruleOf(root)(page).audience === 'internal')
  return [(page) => (named !== own || isBelow(page)) && isInternal(page)]
}

/** The data of a mapping; undefined for a text that is none. */
function dataOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const data: unknown = parseDocument(text, { version: '1.2', schema: 'core', logLevel: 'silent' }).toJS()
    if (data === null) return {}
    return typeof data === 'object' ? (data as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

function audiences(folders: unknown): Record<string, FolderRule> {
  if (typeof folders !== 'object' || folders === null) return {}
  const said = Object.entries(folders as Record<string, unknown>).flatMap(([folder, rule]) => {
    const audience = typeof rule === 'object' && rule !== null ? (rule as Record<string, unknown>)['audience'] : null
    return audience == null ? [] : [[folder, { audience: audience === 'public' ? 'public' : 'internal' }] as const]
  })
  return Object.fromEntries(said)
}

function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1)
  return ['', ...parts.map((_, depth) => parts.slice(0, depth + 1).join('/'))]
}
