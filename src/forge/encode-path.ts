/**
 * Path segments as part of an address: percent-encoded, also what Markdown or HTML would read as their own (`'()*!`).
 *
 * @returns null for an empty segment or a dot segment (which browsers resolve, even encoded)
 */
export function encodePath(segments: readonly string[]): string | null {
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..')) return null
  return segments.map(encodeSegment).join('/')
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.toWellFormed()).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
