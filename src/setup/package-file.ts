import { type Found, textOf } from './found.ts'
import { isPinned } from './package-spec.ts'
import type { PlannedFile } from './plan.ts'

type Entries = Readonly<Record<string, unknown>>

/** `package.json` with Whybook in it, pinned; what else is in one stays. */
export function packageFile(
  found: Found,
  spec: string,
): { readonly file: PlannedFile; readonly next: readonly string[] } {
  const path = 'package.json'
  const entry = { devDependencies: { whybook: spec } }
  if (!found.existing.has(path)) {
    return { file: { path, state: 'new', text: json({ private: true, ...entry }, '  ') }, next: [] }
  }
  const text = textOf(found, path)
  const read = text === null ? null : parsed(text)
  if (text === null || read === null) return { file: { path, state: 'kept', text: json(entry, '  ') }, next: [] }
  const there = installedSpec(text)
  if (there !== null) {
    const next = isPinned(there)
      ? []
      : [`package.json asks for whybook “${there}”: pin it, with “${spec}” for example.`]
    return { file: { path, state: 'same', text }, next }
  }
  const known = read['devDependencies'] ?? {}
  if (!isEntries(known)) return { file: { path, state: 'kept', text: json(entry, '  ') }, next: [] }
  const devDependencies = sorted({ ...known, whybook: spec })
  const indent = /^[{[]\r?\n([ \t]+)/.exec(text)?.[1] ?? '  '
  const added = `"devDependencies": { "whybook": ${JSON.stringify(spec)} }\n`
  return { file: { path, state: 'changed', text: json({ ...read, devDependencies }, indent), added }, next: [] }
}

/** How a `package.json` asks for Whybook; null when it does not, or cannot be read. */
export function installedSpec(text: string): string | null {
  const read = parsed(text)
  for (const name of ['devDependencies', 'dependencies', 'optionalDependencies']) {
    const entries = read?.[name]
    const spec = isEntries(entries) && Object.hasOwn(entries, 'whybook') ? entries['whybook'] : undefined
    if (typeof spec === 'string') return spec
  }
  return null
}

function parsed(text: string): Entries | null {
  try {
    const read: unknown = JSON.parse(text)
    return isEntries(read) ? read : null
  } catch {
    return null
  }
}

function isEntries(value: unknown): value is Entries {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function sorted(entries: Entries): Entries {
  return Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function json(value: object, indent: string): string {
  return `${JSON.stringify(value, null, indent)}\n`
}
