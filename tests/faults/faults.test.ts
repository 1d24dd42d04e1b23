import { afterAll, beforeAll, expect, test } from 'vitest'
import { Bench, type Fault } from './run.ts'

// A sample; `npm run faults` breaks builds in 160 ways.
let bench: Bench
let calls: Awaited<ReturnType<Bench['calls']>>
let length: number
beforeAll(async () => {
  bench = await Bench.open({ isThorough: false })
  const begun = performance.now()
  calls = await bench.calls()
  length = performance.now() - begun
}, 120_000)
afterAll(() => bench.close())

const codes = ['EIO', 'ENOSPC', 'EACCES'] as const
const spread = (part: number, who: Fault['who'], total: number, code: Fault['code']): Fault => ({
  who,
  call: 1 + Math.floor(part * total),
  code,
})

test.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])(
  'a call of the file system that fails harms no output, and is told in a sentence (%i)',
  { timeout: 120_000 },
  async (at) => {
    const who = at % 2 === 0 ? 'parent' : 'child'
    const outcome = await bench.fault(spread((at + 0.5) / 10, who, calls[who], codes[at % 3] ?? 'EIO'))
    expect(outcome.faults, `${outcome.what}\n${outcome.said}`).toEqual([])
  },
)

test.each(['EIO', 'EACCES'] as const)(
  'a page that cannot be read once is there again in the next build (%s)',
  { timeout: 120_000 },
  async (code) => {
    const outcome = await bench.fault({ who: 'child', call: 'open folder/page-1.md', code })
    expect(outcome.faults, `${outcome.what}\n${outcome.said}`).toEqual([])
    expect(outcome.said).toContain(code === 'EIO' ? 'the disk reports an error' : '1 page withheld')
    expect(bench.output().get('folder/page-1/index.html')).toContain(`Round ${bench.round}.`)
  },
)

test.each([0.05, 0.15, 0.25, 0.35, 0.45, 0.55, 0.65, 0.75, 0.85, 0.95])(
  'a build that is killed leaves the old output or the new one, and the next one works (after %d of its time)',
  { timeout: 120_000 },
  async (part) => {
    const outcome = await bench.kill(part * length, part < 0.8)
    expect(outcome.faults, outcome.what).toEqual([])
  },
)
