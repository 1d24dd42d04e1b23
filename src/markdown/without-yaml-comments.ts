/**
 * A Markdown file without the comments of its YAML front matter, which no page shows; its lines stay where they are.
 *
 * @param text - with line feeds alone
 */
export function withoutYamlComments(text: string): string {
  const end = text.startsWith('---\n') ? text.indexOf('\n---', 3) : -1
  if (end === -1) return text
  const lines = text.slice(0, end).split('\n')
  const kept = lines.map((line) => {
    if (/^\s*#/.test(line)) return ''
    // Inside quotation marks it is no comment; who writes both keeps both.
    return /["']/.test(line) ? line : line.replace(/\s#(?:\s.*)?$/, '')
  })
  return kept.join('\n') + text.slice(end)
}
