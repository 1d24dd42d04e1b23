import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { readConfiguration } from '../../src/content/configuration.ts'
import { linkFindings } from '../../src/content/link-findings.ts'
import { type Resolver, resolverFor } from '../../src/content/links.ts'
import { type Content, type ReadContentOptions, readContent } from '../../src/content/read.ts'
import type { Finding } from '../../src/model/finding.ts'
import type { RepoPath, Route } from '../../src/model/ids.ts'
import type { Page, TreeNode } from '../../src/model/page.ts'
import { type Files, putFile } from '../kit/files.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'

export interface Read {
  readonly root: string
  readonly content: Content
  readonly resolver: Resolver
  /** Everything that was found, links included. */
  readonly findings: readonly Finding[]
  page(route: string): Page
  /** `path: route` of every page. */
  readonly addresses: Record<string, string>
}

export interface ReadOptions extends Partial<Omit<ReadContentOptions, 'moved'>> {
  readonly moved?: Readonly<Record<string, string>>
  readonly forge?: string
}

/** Writes files into a folder without a repository. */
export function writeFiles(files: Files): string {
  const root = temporaryFolder().path
  for (const [path, content] of Object.entries(files)) putFile(root, path, content)
  return root
}

/** Writes a handbook's files and reads them as a build does. */
export async function readFiles(files: Files, options: ReadOptions = {}): Promise<Read> {
  const root = writeFiles(files)
  mkdirSync(join(root, '.git'))
  return readFolder(root, options)
}

export async function readFolder(root: string, options: ReadOptions = {}): Promise<Read> {
  const { configuration, contentRoot, findings } = await readConfiguration(root)
  const { moved = {}, forge, ...rest } = options
  const content = await readContent(root, configuration, contentRoot, {
    audience: configuration.audience,
    ownerOf: () => null,
    trusted: true,
    ...rest,
    moved: new Map(Object.entries(moved) as [RepoPath, RepoPath][]),
  })
  const resolver = resolverFor(content, {
    site: configuration.site ?? null,
    forge: forge === undefined ? null : { file: (path) => `${forge}${path}` },
  })
  return {
    root,
    content,
    resolver,
    findings: [...findings, ...content.findings, ...linkFindings(content.pages, content.files(), resolver)],
    page: (route) => {
      const page = content.byRoute.get(route as Route)
      if (page === undefined) throw new Error(`no page at ${route}, only ${[...content.byRoute.keys()].join(' ')}`)
      return page
    },
    addresses: Object.fromEntries(content.pages.map(({ path, route }) => [path, route])),
  }
}

/** Findings as `rule path:line`, for short expectations. */
export const told = (findings: readonly Finding[]): string[] =>
  findings.map(({ ruleId, path, line }) => `${ruleId} ${path}${line === null ? '' : `:${line}`}`)

/** The tree as nested labels. */
export type Labels = readonly (string | readonly [string, Labels])[]
export const labels = (node: TreeNode): Labels =>
  node.children.map((child) => (child.children.length === 0 ? child.label : [child.label, labels(child)]))
