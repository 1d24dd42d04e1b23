import type { StepTime } from './handbook.ts'

/** Times the steps of opening, by their names. */
export interface Steps {
  time<T>(step: string, work: () => Promise<T>): Promise<T>
  all(): readonly StepTime[]
}

/** Wall and CPU seconds of this process for each step; of the last time that it ran. */
export function stepTimes(): Steps {
  const times = new Map<string, StepTime>()
  return {
    time: async (step, work) => {
      const started = performance.now()
      const before = process.cpuUsage()
      const result = await work()
      const { user, system } = process.cpuUsage(before)
      times.set(step, { step, seconds: (performance.now() - started) / 1000, cpuSeconds: (user + system) / 1e6 })
      return result
    },
    all: () => [...times.values()],
  }
}
