import { codeRanges, isInside } from '../markdown/code-ranges.ts'

/** A string alone between braces: what it says is what a reader sees. */
const STRING = /^\{\s*(?:'([^'\\\n]*)'|"([^"\\\n]*)"|`([^`\\$]*)`)\s*\}$/
/** What braces do not count in: comments and strings, in the order in which they are tried. */
const OPAQUE = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\[\s\S])*`/y

/**
 * The text of an `.mdx` page without its `{expressions}`, which are code whose value is known only when it runs; one
 * that is a string stays as its text. Code samples keep their braces, and the text its number of lines.
 */
export function withoutExpressions(text: string): string {
  if (!text.includes('{')) return text
  const code = codeRanges(text)
  let result = ''
  let done = 0
  for (let at = text.indexOf('{'); at !== -1; at = text.indexOf('{', at)) {
    const isText = text[at - 1] === '\\' || isInside(code, at)
    const end = isText ? at + 1 : endOf(text, at)
    // What nothing ends is no expression, nor is anything after it: MDX refuses the page.
    if (end === null) break
    if (!isText) {
      result += text.slice(done, at) + shown(text.slice(at, end), text[at - 1] === '=')
      done = end
    }
    at = end
  }
  return result + text.slice(done)
}

/** Where the expression that begins at a brace ends, or null. */
function endOf(text: string, start: number): number | null {
  let depth = 0
  for (let at = start; at < text.length; at += 1) {
    const character = text[at] ?? ''
    if (character === '{') depth += 1
    else if (character === '}') {
      depth -= 1
      if (depth === 0) return at + 1
    } else if (`'"\`/`.includes(character)) {
      OPAQUE.lastIndex = at
      const skipped = OPAQUE.exec(text)?.[0].length
      // A comment or a string that nothing ends reaches to the end, as the next one would: each would be read anew.
      if (skipped === undefined && isOpening(text, at)) return null
      at += (skipped ?? 1) - 1
    }
  }
  return null
}

/** True for what begins a comment or a string; a slash alone divides. */
function isOpening(text: string, at: number): boolean {
  return text[at] !== '/' || text[at + 1] === '*'
}

function shown(expression: string, isAttribute: boolean): string {
  const lines = '\n'.repeat(expression.split('\n').length - 1)
  if (isAttribute) return `""${lines}`
  const [, single, double, template] = STRING.exec(expression) ?? []
  return single ?? double ?? template ?? lines
}
