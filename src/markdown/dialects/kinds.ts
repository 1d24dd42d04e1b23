/** GitHub's five kinds of alert, which are our call-outs. */
export type Alert = 'NOTE' | 'TIP' | 'IMPORTANT' | 'WARNING' | 'CAUTION'

const NAMES: Readonly<Record<Alert, string>> = {
  NOTE: 'note info information abstract summary tldr seealso quote cite example question help faq todo primary secondary light dark default notice',
  TIP: 'tip hint success check done recommendation',
  IMPORTANT: 'important',
  WARNING: 'warning warn attention',
  CAUTION: 'caution danger error failure fail bug missing alert critical',
}
const ALERTS: ReadonlyMap<string, Alert> = new Map(
  Object.entries(NAMES).flatMap(([alert, names]) => names.split(' ').map((name) => [name, alert as Alert] as const)),
)

/** The kind of call-out that another generator's name means; null for a name that is none. */
export function alertOf(name: string): Alert | null {
  return ALERTS.get(name.toLowerCase()) ?? null
}

/** Title of a call-out that its author gave none: the name, where our own word for the kind is another one. */
export function titleOfKind(name: string): string | null {
  const word = name.toLowerCase()
  if (/^(?:default|primary|secondary|light|dark|notice|alert)$/.test(word)) return null
  return word === ALERTS.get(word)?.toLowerCase() ? null : capital(word)
}

/** A word with a capital letter. */
export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
