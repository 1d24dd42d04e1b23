import { resolve } from 'node:path'
import type { Check } from '../../setup/diagnosis/check.ts'
import type { Command } from '../command.ts'
import { asCalled } from '../program.ts'
import { dim, green, type Piece, red, yellow } from '../terminal.ts'
import { version } from '../version.ts'

const marks: Readonly<Record<Check['level'], Piece>> = {
  ok: green('ok     '),
  warning: yellow('warning'),
  error: red('error  '),
}

export const doctor: Command = {
  name: 'doctor',
  words: '',
  count: [0, 0],
  about: `Says what is wrong with the installation, the clone, the configuration, the cache, the output and the
pipeline, what it means, and what to do. It changes nothing, and runs nothing that the repository brings.
Ends with exit code 1 when there is an error.`,
  options: {},
  without: ['git', 'audience', 'now', 'untrusted'],
  examples: [
    ['whybook doctor', 'the repository in this folder'],
    ['whybook doctor --quiet', 'only what is wrong'],
    ['whybook doctor --json | jq ".checks[] | select(.level == \\"error\\")"', 'for scripts'],
  ],
  run: async (call) => {
    const { terminal, environment } = call
    const { examine } = await import('../../setup/diagnosis/examine.ts')
    const directory = resolve(call.text('root') ?? '.')
    const out = resolve(call.text('out') ?? resolve(directory, 'dist'))
    const checks = await examine({ directory, out, version: version(), environment })
    const called = (text: string): string => asCalled(text, terminal.program)
    if (call.flag('json')) {
      terminal.json({
        schema: 1,
        checks: checks.map(({ id, level, says, next }) => ({
          id,
          level,
          says,
          next: next === null ? null : called(next),
        })),
      })
    } else {
      for (const { id, level, says, next } of checks) {
        const line: readonly Piece[] = [marks[level], `  ${says}  `, dim(id)]
        if (level === 'ok') terminal.say(...line)
        else terminal.answer(...line)
        if (next !== null) terminal.answer(dim('   next'), `  ${called(next)}`)
      }
    }
    return checks.some(({ level }) => level === 'error') ? 1 : 0
  },
}
