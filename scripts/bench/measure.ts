import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** What one command cost. */
export interface Cost {
  readonly seconds: number
  /** CPU seconds of the command and all that it started and waited for; null where the system does not tell. */
  readonly cpuSeconds: number | null
  /** Most memory of its processes together, in megabytes, sampled every 50 ms; null where the system does not tell. */
  readonly megabytes: number | null
  readonly status: number | null
  readonly output: string
}

/** Runs a command to its end and measures it. Linux tells CPU and memory through `/proc`. */
export async function measure(
  command: readonly string[],
  options: { shell?: boolean; env?: NodeJS.ProcessEnv } = {},
): Promise<Cost> {
  const [program = '', ...args] = command
  const before = childSeconds()
  const started = performance.now()
  const child = spawn(program, args, {
    shell: options.shell ?? false,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...options.env },
  })
  let output = ''
  child.stdout.on('data', (data: Buffer) => {
    output += data
  })
  let errors = ''
  child.stderr.on('data', (data: Buffer) => {
    errors += data
  })
  let most = 0
  const timer = setInterval(() => {
    most = Math.max(most, residentMegabytes(child.pid ?? 0))
  }, 50)
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve))
  clearInterval(timer)
  const seconds = (performance.now() - started) / 1000
  const after = childSeconds()
  if (status !== 0) console.error(`${command.join(' ')} ended with ${status}\n${errors.slice(-2000)}`)
  return {
    seconds,
    cpuSeconds: before === null || after === null ? null : after - before,
    megabytes: most === 0 ? null : most,
    status,
    output,
  }
}

/** CPU seconds of all ended children of this process; clock ticks are 1/100 s on Linux. */
function childSeconds(): number | null {
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[13]) + Number(fields[14])) / 100
  } catch {
    return null
  }
}

/** Resident memory of a process and everything below it. */
function residentMegabytes(pid: number): number {
  try {
    const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
    const below = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
    return below.reduce((sum, child) => sum + residentMegabytes(Number(child)), kilobytes / 1024)
  } catch {
    return 0
  }
}
