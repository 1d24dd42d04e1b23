import {
  closeSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'

/** Seconds after which a lock that nobody renews belongs to a build that is gone. */
const staleSeconds = 30

/**
 * Waits until no other build writes the same output, then holds its lock: two builds at once come one after the other,
 * and the second finds most of its work done.
 *
 * @param file - lock file, beside the output
 * @param onWait - called once when another build is found
 * @returns gives the lock back
 */
export async function holdLock(file: string, onWait: (owner: string) => void): Promise<() => void> {
  const mine = `${process.pid} ${hostname()}`
  let told = false
  while (!take(file, mine)) {
    if (isStale(file)) {
      discard(file)
      continue
    }
    if (!told) onWait(ownerOf(file))
    told = true
    await wait(100)
  }
  const renewal = setInterval(() => renew(file), 5000)
  renewal.unref()
  return () => {
    clearInterval(renewal)
    if (ownerOf(file) === mine) rmSync(file, { force: true })
  }
}

function take(file: string, owner: string): boolean {
  let descriptor: number
  try {
    descriptor = openSync(file, 'wx')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
  try {
    writeFileSync(descriptor, owner)
    return true
  } catch (error) {
    // On a full disk: a lock that names nobody would be waited for until it is stale.
    rmSync(file, { force: true })
    throw error
  } finally {
    closeSync(descriptor)
  }
}

function isStale(file: string): boolean {
  try {
    if (Date.now() - statSync(file).mtimeMs > staleSeconds * 1000) return true
    const [pid = '', host] = ownerOf(file).split(' ')
    return host === hostname() && !isRunning(Number(pid))
  } catch {
    return false
  }
}

/** Moves a stale lock out of the way. Another build may have done so and hold a new one by now: that one is put back. */
function discard(file: string): void {
  const aside = `${file}-${process.pid}`
  try {
    renameSync(file, aside)
    if (!isStale(aside)) linkSync(aside, file)
  } catch {
    // It is gone, or a newer one stands there.
  }
  rmSync(aside, { force: true })
}

function ownerOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function renew(file: string): void {
  try {
    utimesSync(file, new Date(), new Date())
  } catch {
    // Removed by hand: the builds still end right, each in its own folder.
  }
}
