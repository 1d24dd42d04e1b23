import { matchesWildcard } from './wildcard.ts'

/** Grammar of a code owners file; the two differ in what a pattern means. */
export type OwnersDialect = 'gitlab' | 'github'

/** A name of a path, whole and by its characters. */
interface Name {
  readonly text: string
  readonly characters: readonly string[]
}

/** Tells whether a path, cut by {@link namesOf}, is meant. */
export type PathPattern = (path: readonly Name[]) => boolean

/** Cuts a path once for many patterns. */
export function namesOf(path: string): readonly Name[] {
  return path.split('/').map((text) => ({ text, characters: [...text] }))
}

/** Any number of folders. */
const FOLDERS = Symbol('**')
/** Any text, any character, one of some characters or none of them, or the character itself. */
type Sign = '*' | '?' | { readonly characters: string; readonly isExcept: boolean } | { readonly character: string }
/** Without a wildcard a segment is its text. */
type Segment = typeof FOLDERS | string | readonly Sign[]

/**
 * Reads the pattern of one line.
 *
 * GitHub (its docs, "CODEOWNERS syntax"): as in `.gitignore`, without `[ ]`. A slash at the start or inside binds it
 * to the root, a name of a folder means all below, but `docs/*` only what lies directly in it.
 *
 * GitLab (its docs, "Code Owners syntax"): only a slash at the start binds to the root, only a slash at the end means
 * all below, `[ ]` is a set.
 */
export function pathPattern(written: string, dialect: OwnersDialect): PathPattern {
  const parts = written.replace(/^\//, '').replace(/\/$/, '').split('/')
  const isBound = written.startsWith('/') || (dialect === 'github' && parts.length > 1)
  const segments = parts.map((part): Segment => (part === '**' ? FOLDERS : plainText(signsOf(part, dialect))))
  if (!isBound) segments.unshift(FOLDERS)
  const isBelow = written.endsWith('/') || segments.at(-1) === FOLDERS
  if (isBelow) segments.push(FOLDERS, ['*'])
  else if (dialect === 'github' && parts.at(-1) !== '*') segments.push(FOLDERS)
  return (path) => matchesWildcard(segments, path, (segment) => segment === FOLDERS, matchesSegment)
}

function matchesSegment(segment: Segment, name: Name): boolean {
  if (typeof segment === 'string') return segment === name.text
  return segment !== FOLDERS && matchesWildcard(segment, name.characters, (sign) => sign === '*', matchesSign)
}

function plainText(signs: readonly Sign[]): string | readonly Sign[] {
  const characters = signs.flatMap((sign) => (typeof sign === 'object' && 'character' in sign ? [sign.character] : []))
  return characters.length === signs.length ? characters.join('') : signs
}

function matchesSign(sign: Sign, character: string): boolean {
  if (typeof sign === 'string') return true
  if ('character' in sign) return sign.character === character
  return isInSet(sign.characters, character) !== sign.isExcept
}

/** `a-z0` holds `b` and `0`. */
function isInSet(characters: string, character: string): boolean {
  for (let at = 0; at < characters.length; at++) {
    const [first = '', last = ''] = [characters[at], characters[at + 2]]
    const isSpan = characters[at + 1] === '-' && last !== ''
    if (isSpan ? first <= character && character <= last : first === character) return true
    if (isSpan) at += 2
  }
  return false
}

function signsOf(part: string, dialect: OwnersDialect): Sign[] {
  const signs: Sign[] = []
  // Behind the last bracket that closes there is no set to look for.
  const end = part.lastIndexOf(']') + 1
  const written = [...part.slice(0, end).matchAll(/\\.|\[[^\]]+\]|./gsu), ...part.slice(end).matchAll(/\\.|./gsu)]
  for (const [whole] of written) {
    if (whole === '*' || whole === '?') {
      if (whole !== '*' || signs.at(-1) !== '*') signs.push(whole)
    } else if (whole.startsWith('\\') && whole.length > 1) signs.push({ character: whole.slice(1) })
    else if (whole.length > 2 && whole.startsWith('[') && dialect === 'gitlab') {
      const isExcept = /^\[[!^]/.test(whole)
      signs.push({ characters: whole.slice(isExcept ? 2 : 1, -1), isExcept })
    } else for (const character of whole) signs.push({ character })
  }
  return signs
}
