import type { DialectHandbook } from '../markdown/dialects/dialect.ts'
import type { Configuration } from '../model/configuration.ts'
import { DIALECT_NAMES, type DialectName } from '../model/dialect-names.ts'
import type { Audience } from '../model/front-matter.ts'
import type { RepoPath } from '../model/ids.ts'
import { dataReader } from './data-files.ts'
import type { RuleOf } from './folder-rules.ts'
import type { GeneratorSettings } from './generator-settings.ts'
import { includeReader } from './include-files.ts'
import { pageFinder } from './page-finder.ts'

/** What decides which files other files may show. */
export interface DialectSources {
  /** Absolute path of the repository. */
  readonly root: string
  readonly contentRoot: RepoPath
  readonly markdown: readonly RepoPath[]
  readonly assets: readonly RepoPath[]
  readonly audience: Audience
  readonly ruleOf: RuleOf
  readonly settings: GeneratorSettings
}

/**
 * What pages of other generators may ask for: settings, data, includes and each other. Files are read when asked for.
 *
 * @param included - gets the path of each file that a page puts in
 */
export function dialectsOf(
  { dialects }: Configuration,
  sources: DialectSources,
  included: Set<RepoPath>,
): DialectHandbook {
  const { contentRoot, markdown, assets, settings } = sources
  return {
    dialects: new Set<DialectName>(dialects ?? DIALECT_NAMES),
    site: settings.site,
    params: settings.params,
    data: dataReader(sources),
    find: pageFinder(markdown, contentRoot),
    file: pageFinder(assets, contentRoot),
    read: includeReader(sources, included),
  }
}
