import type { Handbook } from '../handbook/handbook.ts'

/** Hands out the handbook as it is now; every tool asks for it before it answers. */
export type Current = () => Promise<Handbook>

/** A look at all files takes a moment: not again within this time. */
const rest = 3000

/**
 * Reads the handbook again before an answer when a commit or a file has changed, which is looked at once in a few
 * seconds. While it cannot be read the answers are those of the last time.
 *
 * @param onRead - told when the handbook was read again
 * @param now - milliseconds of a clock that never goes back
 */
export async function following(
  handbook: Handbook,
  onRead: () => void,
  now: () => number = () => performance.now(),
): Promise<Current> {
  let stamp = await handbook.inputStamp()
  let looked = now()
  let looking: Promise<void> | undefined
  const look = async (): Promise<void> => {
    try {
      const found = await handbook.inputStamp()
      if (found === stamp) return
      await handbook.refresh()
      onRead()
      stamp = found
    } catch {
      // Somebody is writing: the next look finds it whole.
    } finally {
      looked = now()
      looking = undefined
    }
  }
  return async () => {
    if (looking === undefined && now() - looked >= rest) looking = look()
    await looking
    return handbook
  }
}
