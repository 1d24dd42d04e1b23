import { withoutEdges } from '../text/edges.ts'

/** A folder as `handbook.yml` names it, without what people write around it: `./guides/` is `guides`, `.` is ``. */
export function writtenFolder(written: string): string {
  const parts = written.trim().replaceAll('\\', '/').split('/')
  const first = parts.findIndex((part) => part !== '.' && part !== '')
  return first === -1 ? '' : withoutEdges(parts.slice(first).join('/'), /\//)
}
