import { withoutEdges } from '../text/edges.ts'
import { type Found, textOf } from './found.ts'
import type { PlannedFile } from './plan.ts'

/** `.gitignore` with what is installed and made; lines that are there already are not repeated. */
export function ignoreFile(found: Found, out: string): PlannedFile {
  const path = '.gitignore'
  const wanted = ['node_modules/', '.whybook/', `/${out}/`]
  if (!found.existing.has(path)) return { path, state: 'new', text: `${wanted.join('\n')}\n` }
  const text = textOf(found, path)
  if (text === null) return { path, state: 'kept', text: `${wanted.join('\n')}\n` }
  const there = new Set(text.split(/\r?\n/).map(folderOf))
  const missing = wanted.filter((line) => !there.has(folderOf(line)))
  if (missing.length === 0) return { path, state: 'same', text }
  const end = text.includes('\r\n') ? '\r\n' : '\n'
  const before = text === '' || text.endsWith('\n') ? text : `${text}${end}`
  return { path, state: 'changed', text: `${before}${missing.join(end)}${end}`, added: `${missing.join('\n')}\n` }
}

/** `dist`, `/dist`, `dist/` and `/dist/*` leave the same folder at the top out. */
function folderOf(line: string): string {
  return withoutEdges(line.trim().replace(/\/\*{1,2}$/, ''), /\//)
}
