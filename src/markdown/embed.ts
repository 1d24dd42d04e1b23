import type { Element } from 'hast'

/** Address that an embedded thing shows: its own, or that of its first source. */
export function embeddedAddress({ properties, children }: Element): string | null {
  const own = properties['src'] ?? properties['data']
  if (typeof own === 'string' && own.trim() !== '') return own
  for (const child of children) {
    const source = child.type === 'element' && child.tagName === 'source' ? child.properties['src'] : undefined
    if (typeof source === 'string' && source.trim() !== '') return source
  }
  return null
}
