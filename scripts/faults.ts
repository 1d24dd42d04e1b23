/**
 * Breaks builds in many ways and looks at what is left: npm run faults -- [KILLS] [FAULTS] [SEED]
 *
 * Kills at random moments, and calls of the file system that fail one at a time, spread evenly over a build, each with
 * another error. Prints a table; ends with 1 when the old output was harmed or the next build was wrong.
 */
import { Bench, type Fault, type Outcome } from '../tests/faults/run.ts'

const [kills = 100, faults = 60, seed = 1] = process.argv.slice(2).map(Number)
const codes = ['EIO', 'ENOSPC', 'EACCES'] as const
const bench = await Bench.open()
const begun = performance.now()
const calls = await bench.calls()
const length = performance.now() - begun
console.log(
  `A build makes ${calls.parent} calls of the file system, its child ${calls.child}, in ${Math.round(length)} ms.`,
)

const random = generator(seed)
const outcomes: Outcome[] = []
const tell = (outcome: Outcome): void => {
  outcomes.push(outcome)
  const sentence =
    outcome.said
      .split('\n')
      .find((line) => /^\s*error /.test(line))
      ?.trim() ?? ''
  console.log(`${outcome.faults.length === 0 ? 'well' : 'BAD '}  ${outcome.what}  ${sentence}`)
  for (const fault of outcome.faults) console.log(`      ${fault}`)
}
for (let at = 0; at < faults; at += 1) tell(await bench.fault(faultAt(at)))
for (let at = 0; at < kills; at += 1) tell(await bench.kill(random() * length, at % 4 !== 3))
await bench.close()
const bad = outcomes.filter((outcome) => outcome.faults.length > 0).length
console.log(`${outcomes.length - bad} well, ${bad} bad`)
process.exitCode = bad === 0 ? 0 : 1

/** Spread over both processes as their calls are. */
function faultAt(at: number): Fault {
  const total = calls.parent + calls.child
  const place = Math.floor(((at + 0.5) / faults) * total)
  const code = codes[at % codes.length] ?? 'EIO'
  return place < calls.parent
    ? { who: 'parent', call: place + 1, code }
    : { who: 'child', call: place - calls.parent + 1, code }
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function generator(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
