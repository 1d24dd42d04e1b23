import { withoutExpressions } from './mdx-expressions.ts'

const FENCE = /^[ \t]*(`{3,}|~{3,})/
const MODULE = /^(?:import|export)\s/

/**
 * Text of an `.mdx` page that a reader sees, for outline, descriptions and search: without its expressions, and without
 * the blocks that import and export, which MDX runs and never shows. Such a block begins a line of its own after a blank one and ends before the
 * next. The text keeps its number of lines.
 */
export function mdxText(body: string): string {
  let fence = ''
  let isModule = false
  let isAfterBlank = true
  const lines = body.split('\n').map((line) => {
    const isBlank = line.trim() === ''
    if (isBlank) isModule = false
    const marks = isModule ? undefined : FENCE.exec(line)?.[1]
    if (fence === '' && marks !== undefined) fence = marks
    else if (fence !== '' && marks?.startsWith(fence) && line.trim() === marks) fence = ''
    else if (fence === '' && isAfterBlank && MODULE.test(line)) isModule = true
    isAfterBlank = isBlank
    return isModule ? '' : line
  })
  return withoutExpressions(lines.join('\n'))
}
