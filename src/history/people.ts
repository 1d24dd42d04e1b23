import type { Mailmap } from '../git/mailmap.ts'
import type { RawCommit } from '../git/parse-commit.ts'
import { bareName } from '../text/bare-name.ts'
import { visible } from '../text/visible.ts'
import { cut } from './message.ts'
import { isBot } from './noise.ts'

/** Who wrote, with the address by which `.mailmap` and we tell that two names are one person. Never shown. */
interface Writer {
  readonly name: string
  readonly email: string
}

const LONGEST_NAME = 100
const CO_AUTHOR = /^\s*co-authored-by:([^<]{1,200})<([^<>]{0,200})>\s*$/i

/**
 * Names of those who wrote some commits, in the order in which they appear: authors, then co-authors of each.
 *
 * One person once, though the names or the addresses differ; programs only where no person wrote anything.
 */
export function writersOf(commits: readonly RawCommit[], mailmap: Mailmap): readonly string[] {
  const names: string[] = []
  const known = new Set<string>()
  for (const commit of commits) {
    for (const { name, email } of [commit.author, ...coAuthors(commit.message)]) {
      const shown = personName(name, email, mailmap)
      const keys = [shown.toLowerCase(), ...(email === '' ? [] : [email.toLowerCase()])]
      if (!keys.some((key) => known.has(key))) names.push(shown)
      for (const key of keys) known.add(key)
    }
  }
  const people = names.filter((name) => !isBot(name))
  return people.length > 0 ? people : names.slice(0, 1)
}

/** Name as history shows it: as `.mailmap` gives it, without an address, never empty. */
export function personName(name: string, email: string, mailmap: Mailmap): string {
  // Some people gave git their address as their name.
  return cut(bareName(visible(mailmap(name, email).name)), LONGEST_NAME) || 'Unknown'
}

function coAuthors(message: string): readonly Writer[] {
  if (!/co-authored-by:/i.test(message)) return []
  return message.split('\n').flatMap((line) => {
    const [, name = '', email = ''] = CO_AUTHOR.exec(line) ?? []
    return name.trim() === '' ? [] : [{ name: name.trim(), email: email.trim() }]
  })
}
