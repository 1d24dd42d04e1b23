import { join } from 'node:path'
import { buildErrors } from './errors.ts'
import { filesBelow, stampOf } from './stamp.ts'

/** Says so when the disk was full: that error comes wrapped, from whoever wrote when no more fitted. */
export function nameDiskFull(error: unknown, staged: string): unknown {
  const full = causes(error).find((cause) => /\b(ENOSPC|EDQUOT)\b|no space left|os error 28/i.test(textOf(cause)))
  if (full === undefined) return error
  const { path } = full as { path?: string }
  return buildErrors.diskFull(path ?? null, written(staged), error)
}

function* chain(error: unknown): Iterable<unknown> {
  let cause: unknown = error
  for (let depth = 0; depth < 5 && cause instanceof Error; depth += 1) {
    yield cause
    cause = cause.cause
  }
}

function causes(error: unknown): readonly unknown[] {
  return [...chain(error)]
}

function textOf(error: unknown): string {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  return `${code} ${message}`
}

function written(staged: string): number {
  try {
    return filesBelow(staged).reduce((sum, path) => sum + (stampOf(join(staged, path))?.[0] ?? 0), 0)
  } catch {
    return 0
  }
}
