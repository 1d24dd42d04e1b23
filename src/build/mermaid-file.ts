import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { packageFolder } from '../astro/package-folder.ts'

/** Fences, also in call-outs and lists, and what raw HTML and Jekyll write instead. */
const diagram = /(?:```|~~~)[ \t]*mermaid\b|\blanguage-mermaid\b|\bhighlight[ \t]+"?mermaid\b/

/** True for a page whose text may have a diagram; it says so too often rather than too seldom. */
export const mayHaveDiagram = (body: string): boolean => diagram.test(body)

/**
 * The one file that draws diagrams: beside the command in the installed package, which does not depend on Mermaid's
 * 120 MB of sources; in the checkout Mermaid's own.
 *
 * @returns absolute path, or null where it is in neither place
 */
export function mermaidFile(): string | null {
  const packed = join(packageFolder, 'lib/mermaid.min.js')
  if (existsSync(packed)) return packed
  try {
    const own = join(dirname(fileURLToPath(import.meta.resolve('mermaid'))), 'mermaid.min.js')
    return existsSync(own) ? own : null
  } catch {
    return null
  }
}
