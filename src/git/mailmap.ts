/** Gives the name under which a person is known today, from a commit's name and e-mail address. */
export type Mailmap = (name: string, email: string) => { readonly name: string }

interface Known {
  /** For every name that comes with this address. */
  name: string | null
  /** For one name that comes with it, in lower case; null leaves that name as it is. */
  readonly byName: Map<string, string | null>
}

/**
 * Reads `.mailmap` (git's documentation, "gitmailmap"): names and addresses without regard to case, `#` begins a
 * comment at the start of a line, a later line wins over an earlier one. An entry that gives only an address leaves
 * the name as it is.
 *
 * @param text - null where there is no such file
 */
export function readMailmap(text: string | null): Mailmap {
  const people = new Map<string, Known>()
  for (const line of (text ?? '').split(/\r?\n/)) readLine(line, people)
  return (name, email) => {
    const known = people.get(email.toLowerCase())
    const called = known?.byName.get(name.toLowerCase())
    return { name: (called === undefined ? known?.name : called) ?? name }
  }
}

/** `Name <address>`, `Name <new> <old>`, `<new> <old>` or `Name <new> Old Name <old>`. */
function readLine(line: string, people: Map<string, Known>): void {
  if (line.startsWith('#')) return
  const found = line.match(/^([^<]*)<([^>]+)>(?:([^<]*)<([^>]*)>)?/)
  if (!found) return
  const [, newName = '', first = '', oldName = '', second] = found
  const address = (second ?? first).trim().toLowerCase()
  const known = people.get(address) ?? { name: null, byName: new Map() }
  people.set(address, known)
  const name = newName.trim()
  if (oldName.trim() !== '') known.byName.set(oldName.trim().toLowerCase(), name || null)
  else if (name !== '') known.name = name
}
