import { createRequire } from 'node:module'
import type { HLJSApi, LanguageFn } from 'highlight.js'
import { sanitise } from '../sanitise.ts'
import { TooDeep, writeHtml } from '../write.ts'
import { CodeTree } from './code-tree.ts'

const load = createRequire(import.meta.url)
let loaded: HLJSApi | undefined
/** The usual grammars, loaded with the first block that names a language: many handbooks have none. */
function grammars(): HLJSApi {
  if (loaded === undefined) {
    loaded = load('highlight.js/lib/common') as HLJSApi
    loaded.registerLanguage('arduino', load('highlight.js/lib/languages/arduino') as LanguageFn)
    // Its types leave the option out: it is not for everybody.
    loaded.configure({ __emitter: CodeTree } as object)
  }
  return loaded
}
/**
 * Longer blocks are data, and a grammar's regular expressions are not made for them: of one word of 20,000 letters
 * some need three seconds, and four times as long for twice as many.
 */
const LONGEST = 6000
/** Blocks kept; the same example stands on many pages, and a page is drawn again at each save. */
const KEPT = 1000
const kept = new Map<string, string>()

/**
 * HTML of code with `hljs-*` classes (`styles/code.css`), through the sanitiser; null when the language is not known
 * or the block too long or too deep. The answer depends on the arguments alone, so that it is kept.
 */
export function highlight(code: string, language: string): string | null {
  const name = language.toLowerCase()
  if (code.length > LONGEST || grammars().getLanguage(name) === undefined) return null
  const key = `${name}\0${code}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const html = coloured(name, code)
  if (html === null) return null
  if (kept.size >= KEPT) for (const oldest of [...kept.keys()].slice(0, KEPT / 2)) kept.delete(oldest)
  kept.set(key, html)
  return html
}

function coloured(name: string, code: string): string | null {
  try {
    const { _emitter, errorRaised } = grammars().highlight(code, { language: name, ignoreIllegals: true })
    return errorRaised === undefined && _emitter instanceof CodeTree ? writeHtml(sanitise(_emitter.root)) : null
  } catch (error) {
    // Thousands of `${` in a shell script are that many elements inside each other.
    if (error instanceof TooDeep || error instanceof RangeError) return null
    throw error
  }
}
