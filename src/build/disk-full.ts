import { dirname, join } from 'node:path'
import { buildErrors } from './errors.ts'
import { filesBelow, stampOf } from './stamp.ts'

/** Says so when the disk was full: that error comes wrapped, from whoever wrote when no more fitted. */
export function nameDiskFull(error: unknown, staged: string): unknown {
  const isFull = causes(error).some((cause) => /\b(ENOSPC|EDQUOT)\b|no space left|os error 28/i.test(textOf(cause)))
  return isFull ? buildErrors.diskFull(dirname(staged), written(staged), error) : error
}

function causes(error: unknown): readonly Error[] {
  return error instanceof Error ? [error, ...causes(error.cause)] : []
}

function textOf(error: Error & { code?: string }): string {
  return `${error.code ?? ''} ${error.message}`
}

function written(staged: string): number {
  try {
    return filesBelow(staged).reduce((sum, path) => sum + (stampOf(join(staged, path))?.[0] ?? 0), 0)
  } catch {
    return 0
  }
}
