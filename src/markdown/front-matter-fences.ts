/** Where the front matter of a file begins and ends, decided by us alone (SECURITY decision 2). */
export type Fences =
  /** The file has none: all of it is the page. */
  | { readonly kind: 'none' }
  /** `source` begins on `sourceLine`; `bodyLine` is the first line after the closing fence. */
  | {
      readonly kind: 'yaml' | 'toml' | 'json'
      readonly source: string
      readonly sourceLine: number
      readonly body: string
      readonly bodyLine: number
    }
  /** Something that was meant as front matter and cannot be read as such without guessing. */
  | { readonly kind: 'broken'; readonly reason: string; readonly line: number; readonly column: number }

const KEY = /^[ \t]*["']?[\p{L}_][\p{L}\p{N}_ \t.-]*(?:["'][ \t]*)?[:=]/u
/** Lines that are looked at to find out whether a doubtful first line was meant as a fence. */
const LOOK_AHEAD = 400

/**
 * Finds both fences of the front matter.
 *
 * Only a first line that is exactly `---` opens it; only a later line that is exactly `---` closes it (blanks after
 * it allowed). A line that begins with `---` and is no fence is never guessed about: other parsers differ on it,
 * and what one of them took for text another took for `draft: true`. The same of Hugo's `+++` (TOML) and `;;;` (JSON);
 * an object of JSON at the very start needs no fence when its end stands at the end of a line.
 *
 * @param text - the decoded file without a byte order mark; LF, CRLF and CR end a line
 */
export function findFences(text: string): Fences {
  const first = lineAt(text, 0)
  if (first.text === '---') return fenced(text, first.next, 'yaml', '---')
  if (/^\+\+\+[ \t]*$/.test(first.text)) return fenced(text, first.next, 'toml', '+++')
  if (/^;;;[ \t]*$/.test(first.text)) return fenced(text, first.next, 'json', ';;;')
  return json(text) ?? lookalike(text)
}

function fenced(text: string, from: number, kind: 'yaml' | 'toml' | 'json', fence: '---' | '+++' | ';;;'): Fences {
  let line = 2
  for (let at = from; at < text.length; line += 1) {
    const { text: content, end, next } = lineAt(text, at)
    if (content.startsWith(fence)) {
      if (content.trimEnd() !== fence) {
        const reason = `A line inside the front matter begins with \`${fence}\` but is not a closing fence; write \`${fence}\` alone, or quote the value.`
        return { kind: 'broken', reason, line, column: 1 }
      }
      const source = text.slice(from, at)
      return { kind, source, sourceLine: 2, body: text.slice(next), bodyLine: next > end ? line + 1 : line }
    }
    at = next > at ? next : text.length
  }
  const reason = `The front matter that begins on line 1 is never closed; end it with a line that is exactly \`${fence}\`.`
  return { kind: 'broken', reason, line: 1, column: 1 }
}

/** An object of JSON at the start of the file, up to its last brace; null where it is none, or none that ends. */
function json(text: string): Fences | null {
  if (text[0] !== '{' || !isJson(text, 0)) return null
  let depth = 0
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*(?:"|$)|[{}]/gs)) {
    depth += token === '{' ? 1 : token === '}' ? -1 : 0
    if (depth > 0) continue
    const close = lineAt(text, index + 1)
    if (close.text.trim() !== '') return null
    const source = text.slice(0, index + 1)
    const line = source.split(/\r\n?|\n/).length
    const bodyLine = close.next > close.end ? line + 1 : line
    return { kind: 'json', source, sourceLine: 1, body: text.slice(close.next), bodyLine }
  }
  return null
}

/** A file that does not open with a fence: is there something above the text that was meant as one? */
function lookalike(text: string): Fences {
  let at = 0
  let line = 1
  while (at < text.length && lineAt(text, at).text.trim() === '') {
    const { next } = lineAt(text, at)
    if (next === at) return { kind: 'none' }
    at = next
    line += 1
  }
  const { text: content, next } = lineAt(text, at)
  const column = content.search(/\S/) + 1
  const bare = content.trim()
  const language = /^(?:---|\+\+\+)[ \t]*[\p{L}{]/u.test(bare)
  if (language && (bare.startsWith('+++') || line === 1 || closesAfterKeys(text, next, '---'))) {
    const reason = `\`${bare.slice(0, 40)}\` looks like the start of front matter; only a first line that is exactly \`---\` with YAML after it is read.`
    return { kind: 'broken', reason, line, column }
  }
  if ((bare === '---' || bare === '+++') && closesAfterKeys(text, next, bare)) {
    const reason = `Front matter has to begin on the first line with exactly \`${bare}\`: ${line > 1 ? 'remove the lines above it' : 'remove the blanks around it'}.`
    return { kind: 'broken', reason, line, column }
  }
  if (bare.startsWith('{') && (isJson(text, at) || (bare === '{' && closesAfterKeys(text, next, '}')))) {
    return {
      kind: 'broken',
      reason:
        'This looks like front matter in JSON, but it does not begin on the first line, or nothing stands alone behind its end; write it as YAML between two lines `---`.',
      line,
      column,
    }
  }
  return { kind: 'none' }
}

/** True for an object of JSON, as Hugo reads it at the top of a file without any fence: its first key is quoted. */
function isJson(text: string, at: number): boolean {
  return /^\s*\{\s{0,200}"[^"\n]{0,200}"\s{0,200}:/.test(text.slice(at, at + 1000))
}

/** True when lines with keys follow and then something that may close them. */
function closesAfterKeys(text: string, from: number, fence: string): boolean {
  let keys = 0
  let at = from
  for (let line = 0; line < LOOK_AHEAD && at < text.length; line += 1) {
    const { text: content, next } = lineAt(text, at)
    if (content.trim().startsWith(fence)) return keys > 0
    if (KEY.test(content)) keys += 1
    else if (/^#{1,6} /.test(content)) return false
    if (next === at) break
    at = next
  }
  return false
}

function lineAt(text: string, at: number): { text: string; end: number; next: number } {
  let end = at
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end += 1
  const next = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : Math.min(end + 1, text.length)
  return { text: text.slice(at, end), end, next }
}
