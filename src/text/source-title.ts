/**
 * Title that the source of a page names: in its front matter, else in its first heading; null without one. Nothing is
 * evaluated: for old versions, whose readers want to know what they see.
 */
export function sourceTitle(source: string): string | null {
  const text = source.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  const front = /^---\n([\s\S]*?\n)?---(?:\n|$)/.exec(text)
  const named = /^title:[ \t]*(["']?)(.+?)\1[ \t]*$/m.exec(front?.[1] ?? '')?.[2]
  const heading = /^# +(.+?)(?: +#+)?[ \t]*$/m.exec(text.slice(front?.[0].length ?? 0))?.[1]
  return named ?? heading?.replace(/[*_`]|\{#[^}]*\}/g, '').trim() ?? null
}
