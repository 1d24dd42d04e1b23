import { relative, sep } from 'node:path'
import type { Place } from '../model/error.ts'

/**
 * The file of the handbook that a bundler's error is about, or null: Vite and Rolldown say it in `loc` and `id`, in a
 * list of errors, or only in their words.
 *
 * @param root - of the handbook, absolute
 */
export function placeOfCode(error: unknown, root: string): Place | null {
  if (!(error instanceof Error)) return null
  const { loc, id, errors } = error as Error & { loc?: Location; id?: string; errors?: readonly unknown[] }
  for (const inner of errors ?? []) {
    const place = placeOfCode(inner, root)
    if (place !== null) return place
  }
  const said = /(\/[^\n]*?\.mdx)(?::(\d+):(\d+))?/.exec(error.message)
  const file = loc?.file ?? id ?? said?.[1]
  if (file === undefined || !file.startsWith(root + sep)) return null
  return {
    path: relative(root, file).split(sep).join('/'),
    line: loc?.line ?? numberOf(said?.[2]),
    column: loc?.column ?? numberOf(said?.[3]),
  }
}

interface Location {
  readonly file?: string
  readonly line?: number
  readonly column?: number
}

function numberOf(text: string | undefined): number | null {
  return text === undefined ? null : Number(text)
}
