import { isNode, LineCounter, parseDocument, visit } from 'yaml'
import type { z } from 'zod'
import { visible } from '../text/visible.ts'

/** Something that is wrong in a file of data, from line and column 1. */
export interface DataFault {
  readonly message: string
  readonly line: number
  readonly column: number
}

const mostBytes = 256 * 1024
const mostFaults = 20

/**
 * Reads a file of data that people write beside the pages, as YAML without aliases.
 *
 * @returns what the schema made of it and where its parts stand, or what is wrong; `lineOf` of a place that is not there
 *   is 1
 */
export function parseData<T>(
  source: string,
  schema: z.ZodType<T>,
): {
  readonly data: T | null
  readonly faults: readonly DataFault[]
  lineOf(path: readonly (string | number)[]): number
} {
  const nowhere = () => 1
  if (source.length > mostBytes) {
    return { data: null, faults: [{ message: 'is larger than 256 KB', line: 1, column: 1 }], lineOf: nowhere }
  }
  const lines = new LineCounter()
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const document = parseDocument(source, { lineCounter: lines, version: '1.2', schema: 'core', prettyErrors: false })
  const faults: DataFault[] = [...document.errors, ...document.warnings].map(({ message, pos }) => ({
    message: visible(message),
    ...at(pos[0]),
  }))
  visit(document, {
    Alias: (_, { range }) => void faults.push({ message: 'aliases (*name) are not read here', ...at(range?.[0] ?? 0) }),
  })
  if (faults.length > 0) return { data: null, faults: faults.slice(0, mostFaults), lineOf: nowhere }

  const placeOf = (path: readonly PropertyKey[]) => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
      if (isNode(node)) return at(node.range?.[0] ?? 0)
    }
    return { line: 1, column: 1 }
  }
  const lineOf = (path: readonly (string | number)[]) => placeOf(path).line
  const result = schema.safeParse(document.toJS())
  if (result.success) return { data: result.data, faults: [], lineOf }
  const wrong = result.error.issues.slice(0, mostFaults).map(({ path, message }) => {
    const where = path.length === 0 ? '' : `“${visible(path.map(String).join('.'))}”: `
    return { message: `${where}${visible(message)}`, ...placeOf(path) }
  })
  return { data: null, faults: wrong, lineOf }
}
