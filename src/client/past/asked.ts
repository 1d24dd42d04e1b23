import type { Archive, ArchivedVersion } from '../../model/archive.ts'

/** What the address of a page asks for; null for what is no day and no change. */
export type Asked =
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'comparison'; readonly from: string | null; readonly to: string | null }
  | { readonly kind: 'nonsense' }

/** Reads `?at=DATE` or `?from=CHANGE&to=CHANGE`; whoever made the link wrote it, so only days and ids pass. */
export function askedIn(search: string): Asked {
  const params = new URLSearchParams(search)
  const day = params.get('at')
  if (day !== null) return isDay(day) ? { kind: 'day', day } : { kind: 'nonsense' }
  const [from, to] = [params.get('from'), params.get('to')]
  if ([from, to].some((id) => id !== null && id !== '' && !/^[0-9a-f]{7,64}$/.test(id))) return { kind: 'nonsense' }
  return { kind: 'comparison', from: from || null, to: to || null }
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/** The version that stood at the end of a day, of those that are shown; undefined before the first. */
export function versionOn({ versions }: Archive, day: string): ArchivedVersion | undefined {
  return versions.find(({ at }) => at !== null && at.slice(0, 10) <= day)
}

/** The versions that a comparison is of; undefined for one that is not in the archive. */
export function versionsBetween(
  { versions }: Archive,
  { from, to }: { readonly from: string | null; readonly to: string | null },
): { readonly before: ArchivedVersion | undefined; readonly after: ArchivedVersion | undefined } {
  const named = (id: string) => versions.find((version) => id.startsWith(version.id) || version.id.startsWith(id))
  const after = to === null ? versions[0] : named(to)
  const older = after === undefined ? undefined : versions[versions.indexOf(after) + 1]
  return { before: from === null ? older : named(from), after }
}
