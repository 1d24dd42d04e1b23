import { namesOf, type OwnersDialect, type PathPattern, pathPattern } from './path-pattern.ts'

/** Who owns a file by a code owners file. */
export interface CodeOwners {
  /**
   * Owners as written (`@ana`, `@group/team`, `@@maintainer`), none twice; e-mail addresses are left out.
   *
   * @param path - relative to the repository's root
   */
  ownersOf(path: string): string[]
}

interface Rule {
  readonly covers: PathPattern
  /** True for `!path`: what it covers has no owner in its section, whatever other lines say. */
  readonly isExcept: boolean
  readonly owners: readonly string[]
}

const SECTION = /^\^?\[([^\]]+)\](?:\[\d*\])?(?=\s|$)(.*)$/

/**
 * Reads CODEOWNERS. Within a section the last line that covers a file wins, also one without owners; what sections
 * say adds up (GitLab; GitHub has one section). A line without owners takes its section's. Never throws: a line that
 * is in neither grammar owns nothing.
 *
 * @param dialect - when left out, GitLab's where the file has something that only GitLab knows
 */
export function readCodeOwners(text: string, dialect: OwnersDialect = dialectOf(text)): CodeOwners {
  const sections = new Map<string, Rule[]>()
  let rules = sectionNamed('', sections)
  let owners: readonly string[] = []
  for (const line of linesOf(text)) {
    const section = dialect === 'gitlab' ? line.match(SECTION) : null
    if (section) {
      rules = sectionNamed(section[1] ?? '', sections)
      owners = ownersIn(section[2] ?? '')
      continue
    }
    const isExcept = line.startsWith('!')
    // GitHub has no exceptions: such a line covers nothing.
    if (isExcept && dialect === 'github') continue
    const pattern = line.match(/^!?((?:\\.|[^\s\\])+)/s)?.[1]
    if (pattern === undefined) continue
    const own = ownersIn(line.slice(pattern.length + (isExcept ? 1 : 0)))
    rules.push({ covers: pathPattern(pattern, dialect), isExcept, owners: own.length > 0 ? own : owners })
  }
  return {
    ownersOf(path) {
      const names = namesOf(path)
      return [...new Set([...sections.values()].flatMap((section) => ownersBy(section, names)))]
    },
  }
}

function ownersBy(rules: readonly Rule[], path: ReturnType<typeof namesOf>): readonly string[] {
  if (rules.some((rule) => rule.isExcept && rule.covers(path))) return []
  return rules.findLast((rule) => rule.covers(path))?.owners ?? []
}

/** Sections of one name are one section; GitLab compares names without case. */
function sectionNamed(name: string, sections: Map<string, Rule[]>): Rule[] {
  const rules = sections.get(name.toLowerCase()) ?? []
  sections.set(name.toLowerCase(), rules)
  return rules
}

function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trimStart())
  return lines.filter((line) => line !== '' && !line.startsWith('#'))
}

/** Words that name an owner, up to a comment. */
function ownersIn(text: string): string[] {
  const words = text.replace(/(?:^|\s)#.*$/s, '').split(/\s+/)
  return words.filter((word) => /^@{1,2}[\w.][\w./-]*$/.test(word))
}

function dialectOf(text: string): OwnersDialect {
  const isGitLab = linesOf(text).some((line) => SECTION.test(line) || line.startsWith('!') || /\s@@\w/.test(line))
  return isGitLab ? 'gitlab' : 'github'
}
