import { realpathSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { type Finding, finding } from '../model/finding.ts'
import type { RepoPath } from '../model/ids.ts'
import { commitOfReason } from '../model/reason-file.ts'
import { decodeText } from '../text/decode.ts'
import { withoutEnd } from '../text/edges.ts'
import { visible } from '../text/visible.ts'
import { isAsset } from './asset.ts'
import { isMarkdown, isSummary, nameOf } from './file-names.ts'
import { isFolderNavigation } from './folder-navigation.ts'
import { isContentPath } from './never-content.ts'
import { readRegularFile } from './read-file.ts'
import { type Entry, walk } from './walk.ts'

/** Files that may become part of the site; each in a fixed order. */
export interface Discovered {
  readonly markdown: readonly RepoPath[]
  /** Reasons that were added later: they tell of changes and are no pages. */
  readonly reasons: readonly RepoPath[]
  /** `SUMMARY.md` files. */
  readonly navigation: readonly RepoPath[]
  /** Files that order and name the pages of their own folder. */
  readonly folderNavigation: readonly RepoPath[]
  readonly assets: readonly RepoPath[]
  /** Links to a file of the content, by the path of the link: another name for the same file, not a second page. */
  readonly links: ReadonlyMap<RepoPath, RepoPath>
  /** Folders outside the content that hold files for it. */
  readonly staticFolders: readonly RepoPath[]
  readonly findings: readonly Finding[]
}

/** Names that folders of files for the site have in one generator or another. */
const STATIC = ['static', 'public', 'assets', 'images', 'img', 'media', 'files', 'uploads', '_media']

/** Folders beside the content that may hold files for it; whether they are there is not looked at. */
export function staticFoldersOf(contentRoot: RepoPath, skip: ReadonlySet<string>): readonly RepoPath[] {
  if (contentRoot === '') return []
  return STATIC.filter((name) => contentRoot !== name && !skip.has(name)) as RepoPath[]
}

/**
 * Finds the files below the content folder and the folders of static files; opens none.
 *
 * A symbolic link is read only for its name: where it leads to a file that the content has anyway, it is another
 * name of it; every other link, and every pipe, device and submodule, is a finding.
 */
export function discover(root: string, contentRoot: RepoPath, skip: ReadonlySet<string>): Discovered {
  const submodules = submodulesOf(root)
  const outside = new Set([...skip, ...submodules])
  const inside = walk(root, contentRoot, outside)
  const staticFolders = staticFoldersOf(contentRoot, skip)
  const beside = staticFolders
    .map((folder) => ({ folder, entries: walk(root, folder, outside) }))
    .filter(({ entries }) => entries.some(({ kind }) => kind === 'file'))
  const files = inside.filter(({ kind }) => kind === 'file').map(({ path }) => path)
  const assets = [
    ...files,
    ...beside.flatMap(({ entries }) => entries.filter(({ kind }) => kind === 'file').map(({ path }) => path)),
  ].filter(isAsset)
  const markdown = files.filter((path) => isMarkdown(path) && !isSummary(path) && isContentPath(path, contentRoot))
  const links = new Map<RepoPath, RepoPath>()
  const findings: Finding[] = []
  const known = new Set<string>([...markdown, ...assets])
  const top = realpathSync(root)
  for (const path of submodules) {
    if (isContentPath(`${path}/x.md` as RepoPath, contentRoot))
      findings.push(...findingOf({ path, kind: 'submodule' }, null))
  }
  for (const entry of [...inside, ...beside.flatMap(({ entries }) => entries)]) {
    if (entry.kind === 'file' || (entry.kind === 'misnamed' && isOfNoUse(entry.path))) continue
    const target = entry.kind === 'symlink' ? targetOf(root, top, entry.path) : null
    if (target !== null && known.has(target)) links.set(entry.path, target)
    else findings.push(...findingOf(entry, target))
  }
  return {
    markdown,
    reasons: files.filter((path) => commitOfReason(path) !== null),
    navigation: files.filter(isSummary),
    folderNavigation: files.filter(isFolderNavigation),
    assets,
    links,
    staticFolders: beside.map(({ folder }) => folder),
    findings,
  }
}

/** True for a file that is no part of a handbook whatever it is called. */
function isOfNoUse(path: RepoPath): boolean {
  return nameOf(path).includes('.') && !isMarkdown(path) && !isAsset(path)
}

/** Folders that `.gitmodules` names: other repositories, there or not. */
function submodulesOf(root: string): RepoPath[] {
  const file = readRegularFile(join(root, '.gitmodules'))
  const text = 'bytes' in file ? decodeText(file.bytes).text : ''
  return [...text.matchAll(/^[ \t]*path[ \t]*=(.*)$/gm)]
    .map(([, path = '']) => withoutEnd(path.trim(), /\//) as RepoPath)
    .filter((path) => path !== '')
}

/** Where a link leads, relative to the repository; null when nowhere or out of it. */
function targetOf(root: string, top: string, path: RepoPath): RepoPath | null {
  try {
    const real = relative(top, realpathSync(join(root, path)))
    return real.startsWith('..') ? null : (real.split(sep).join('/') as RepoPath)
  } catch {
    return null
  }
}

function findingOf({ kind, path }: Entry, target: RepoPath | null): Finding[] {
  const say = (rule: string, level: 'error' | 'warning' | 'info', reason: string) => [
    finding(`pages/${rule}`, level, reason, { path }),
  ]
  switch (kind) {
    case 'symlink':
      return target === null
        ? say(
            'symlink',
            'error',
            'This is a symbolic link that leads out of the repository or nowhere; it is not followed. Put the file itself there.',
          )
        : say(
            'symlink',
            'warning',
            `This is a symbolic link to ${visible(target)}, which is no file of the handbook; it is not followed. Put the file itself there.`,
          )
    case 'special':
      return say('special', 'error', 'This is no file but a pipe, a socket or a device; it is not read.')
    case 'misnamed':
      return say(
        'name',
        'error',
        'The name of this file or folder is not UTF-8, so nothing can lead to it; it is not read. Rename it.',
      )
    case 'closed':
      return say('unreadable', 'error', 'This folder cannot be read: its permissions do not allow it.')
    case 'submodule':
      return say(
        'submodule',
        'warning',
        'This folder is another repository (a submodule); its pages are not part of the handbook.',
      )
    default:
      return []
  }
}
