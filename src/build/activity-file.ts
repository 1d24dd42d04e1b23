import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'

/** Which page is being drawn, and how many are done. */
export interface Drawing {
  readonly route: string
  readonly path: string | null
  readonly done: number
  readonly total: number
}

/**
 * Says which page is being drawn in a small file that is written over and over. The parent reads it when it wants to
 * know: a message for each page costs thirty times as much, and a page that hangs could not send any.
 */
export function activityWriter(file: string): { write(drawing: Drawing): void; close(): void } {
  const descriptor = openSync(file, 'w')
  let longest = 0
  return {
    write: (drawing) => {
      const text = JSON.stringify(drawing)
      longest = Math.max(longest, Buffer.byteLength(text))
      // Blanks cover what was there before.
      writeSync(descriptor, text.padEnd(longest), 0)
    },
    close: () => closeSync(descriptor),
  }
}

/** What was written last; null when nothing was, or when it is being written right now. */
export function readActivity(file: string): Drawing | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Drawing
  } catch {
    return null
  }
}
