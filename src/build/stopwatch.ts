import { performance } from 'node:perf_hooks'
import type { Step } from './messages.ts'

/** Measures one step after the other: wall seconds, CPU seconds of this process, its peak memory in megabytes. */
export interface Stopwatch {
  /** Ends the running step and begins the next. */
  begin(step: string): void
  /** Ends the running step. */
  end(): void
  readonly steps: readonly Step[]
}

export function stopwatch(): Stopwatch {
  const steps: Step[] = []
  let running: { readonly step: string; readonly at: number; readonly cpu: NodeJS.CpuUsage } | null = null
  const end = (): void => {
    if (running === null) return
    const cpu = process.cpuUsage(running.cpu)
    steps.push({
      step: running.step,
      seconds: round((performance.now() - running.at) / 1000),
      cpuSeconds: round((cpu.user + cpu.system) / 1e6),
      memory: peakMemory(),
    })
    running = null
  }
  return {
    begin: (step) => {
      end()
      running = { step, at: performance.now(), cpu: process.cpuUsage() }
    },
    end,
    steps,
  }
}

/** Most memory this process has held, in megabytes. */
export function peakMemory(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024)
}

function round(seconds: number): number {
  return Math.round(seconds * 1000) / 1000
}
