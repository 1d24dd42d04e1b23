import type { RuleOf } from '../content/folder-rules.ts'
import type { FrontMatter } from '../model/front-matter.ts'
import type { RepoPath } from '../model/ids.ts'
import { bareName } from '../text/bare-name.ts'
import type { CodeOwners } from './code-owners.ts'

/**
 * Who answers for a page: the owner of its front matter, else of its folder's rule, else its code owners, joined with
 * commas. Never an e-mail address.
 *
 * @param path - relative to the repository's root
 * @param ruleOf - the configuration's folder rules, as `folderRules` reads them
 * @param codeOwners - null where there is no such file
 * @returns null where nobody does
 */
export function ownerOf(
  path: RepoPath,
  frontMatter: Pick<FrontMatter, 'owner'>,
  ruleOf: RuleOf,
  codeOwners: CodeOwners | null,
): string | null {
  return (
    ownerName(frontMatter.owner) ?? ownerName(ruleOf(path).owner) ?? ownerName(codeOwners?.ownersOf(path).join(', '))
  )
}

const LONGEST_NAME = 200

function ownerName(written: string | undefined): string | null {
  const name = bareName((written ?? '').slice(0, LONGEST_NAME))
  return name === '' ? null : name
}
