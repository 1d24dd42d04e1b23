import { type Drawing, readActivity } from './activity-file.ts'
import { type Activity, buildErrors } from './errors.ts'
import type { Message } from './messages.ts'

/** How far a build is, for somebody who watches. */
export interface Progress {
  /** `read`, `history`, `draw`, `write` or `search`. */
  readonly step: string
  readonly done: number
  /** 0 where it is not known. */
  readonly total: number
}

/** Seconds without a word in which reading and bundling, which no page can be blamed for, have to be done. */
const quietSeconds = 300
/** Milliseconds between two looks at what is being drawn. */
const interval = 100

/** Watches that pages are drawn one after the other (SECURITY decision 10). */
export interface Watchdog {
  hear(message: Message): void
  /** What the child is doing, for the words of an error. */
  activity(): Activity
  end(): void
}

/**
 * @param file - see `activityWriter`
 * @param seconds - in which a page has to be drawn
 * @param onTooSlow - told once, with an error that names the page
 */
export function watchdog(
  file: string,
  seconds: number,
  onProgress: (progress: Progress) => void,
  onTooSlow: (error: Error) => void,
): Watchdog {
  let step = 'start'
  let drawing: Drawing | null = null
  let since = Date.now()
  const activity = (): Activity => {
    const page = step === 'draw' ? (readActivity(file) ?? drawing) : null
    return page === null
      ? { doing: doing[step] ?? step, path: null }
      : { doing: `drawing ${page.path ?? page.route}`, path: page.path }
  }
  const look = (): void => {
    // Search has limits of its own, and writing is not ours to hurry.
    if (step === 'write' || step === 'search') return
    const now = step === 'draw' ? readActivity(file) : null
    if (now !== null && now.route !== drawing?.route) {
      drawing = now
      since = Date.now()
      onProgress({ step, done: now.done, total: now.total })
    }
    const allowed = drawing === null ? quietSeconds : seconds
    if (Date.now() - since > allowed * 1000) onTooSlow(buildErrors.tooSlow(activity(), allowed))
  }
  const timer = setInterval(look, interval)
  return {
    activity,
    hear: (message) => {
      if (message.type === 'step') {
        step = message.step
        since = Date.now()
        onProgress(message)
      }
      if (message.type === 'drawn') step = 'write'
    },
    end: () => clearInterval(timer),
  }
}

const doing: Readonly<Record<string, string>> = {
  start: 'starting',
  read: 'reading the handbook',
  history: 'reading history',
  draw: 'putting style sheets and scripts together',
  write: 'writing files',
  search: 'making the search index',
}
