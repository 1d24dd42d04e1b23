import { describe, expect, it } from 'vitest'
import { commands } from '../../src/cli/commands.ts'
import { runLine } from './run-line.ts'

describe('a mistake on the command line', () => {
  it.each([
    ['biuld', 'There is no command “biuld”.', 'Did you mean “whybook build”?'],
    ['serch x', 'There is no command “serch”.', 'Did you mean “whybook search”?'],
    ['xyzzy', 'There is no command “xyzzy”.', 'whybook --help lists the commands.'],
    ['build --rot x', '“build” has no option --rot.', 'Did you mean --root?'],
    ['build --strict', '“build” has no option --strict.', 'whybook build --help'],
    ['build -x', '“build” has no option -x.', 'whybook build --help'],
    ['build --root', '--root needs a value.', 'Write --root DIR.'],
    ['build --out --json', '--out needs a value.', 'Write --out DIR.'],
    ['build --json=yes', '--json takes no value.', 'Write --json alone.'],
    ['build --audience publik', '--audience cannot be “publik”.', 'Did you mean public?'],
    ['build --now tomorrow', '--now cannot be “tomorrow”.', 'Write a day like 2026-03-01.'],
    ['build --now 2026-02-30', '--now cannot be “2026-02-30”.', 'Write a day like 2026-03-01.'],
    ['build --base <x>', '--base cannot be “<x>”.', 'Write a path like /group/handbook/.'],
    ['build --site handbook', '--site cannot be “handbook”.', 'Write an address like'],
    ['build handbook', '“build” takes options alone; “handbook” is none.', 'named with --root'],
    ['log time off', '“log” does not know what to do with “off”.', 'Quote words that belong together.'],
    ['preview --port http', '--port cannot be “http”.', 'Write a number up to 65535.'],
    ['log', '“log” needs PAGE.', 'Write: whybook log PAGE\n'],
    ['search', '“search” needs WORDS.', 'Write: whybook search WORDS...\n'],
    ['log page --audience internal', '“log” has no option --audience.', 'whybook log --help'],
    ['log page --untrusted', '“log” has no option --untrusted.', 'whybook log --help'],
    ['build --git isomorph', '--git cannot be “isomorph”.', 'Did you mean isomorphic?'],
    ['sync', '“whybook sync” is not in this version yet.', 'whybook --help'],
    ['build --constructor', '“build” has no option --constructor.', 'whybook build --help'],
  ])('%s is answered with what would be right', async (line, sentence, hint) => {
    const { code, out, error } = await runLine(line.split(' '))
    expect(error).toContain(sentence)
    expect(error).toContain(hint)
    if (!line.includes('--json')) expect(out).toBe('')
    expect(code).toBe(2)
  })

  it('is one JSON document on standard output with --json', async () => {
    const { out, error, code } = await runLine(['biuld', '--json'])
    expect(JSON.parse(out)).toEqual({
      schema: 1,
      error: { code: 'cli/usage', message: 'There is no command “biuld”.', next: 'Did you mean “whybook build”?' },
    })
    expect(error).toContain('There is no command “biuld”.')
    expect(code).toBe(2)
  })

  it('is answered with commands as they are called here', async () => {
    const { error } = await runLine(['log'], { program: 'npx whybook' })
    expect(error).toContain('Write: npx whybook log PAGE\n')
    expect((await runLine(['biuld'], { program: 'npx whybook' })).error).toContain('“npx whybook build”')
  })

  it('is shown with its control characters made visible', async () => {
    const { error } = await runLine(['\u001b[31mred\u202e'])
    expect(error).toContain('⟨U+001B⟩[31mred⟨U+202E⟩')
  })
})

describe('help', () => {
  it.each([[[]], [['help']], [['--help']], [['-h']]])('lists the commands for %j', async (args) => {
    const { code, out } = await runLine(args)
    expect(code).toBe(0)
    for (const { name, load } of commands) if (load !== null) expect(out).toContain(`\n  ${name} `)
    expect(out).not.toContain('  sync ')
  })

  it.each(commands.filter(({ load }) => load !== null).map(({ name }) => name))(
    'of %s names its options and gives examples, in each way of asking',
    async (name) => {
      const { code, out } = await runLine([name, '--help'])
      expect(code).toBe(0)
      expect(out).toContain(`whybook ${name}`)
      expect(out).toContain('--root DIR')
      expect(out).toMatch(new RegExp(`Examples\n  whybook ${name}`))
      expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThan(130)
      expect((await runLine(['help', name])).out).toBe(out)
    },
  )

  it('has no colours where nobody watches, with NO_COLOR, and on a dumb terminal', async () => {
    expect((await runLine(['help'])).out).not.toContain('\u001b')
    expect((await runLine(['help'], { isTTY: true, environment: { NO_COLOR: '1' } })).out).not.toContain('\u001b')
    expect((await runLine(['help'], { isTTY: true, environment: { TERM: 'dumb' } })).out).not.toContain('\u001b')
    expect((await runLine(['help'], { isTTY: true })).out).toContain('\u001b[1m')
  })

  it('gives examples that work as they are called here', async () => {
    const { out } = await runLine(['log', '--help'], { program: 'npx whybook' })
    expect(out).toContain('\n  npx whybook log benefits/leave.md ')
    expect(out.replaceAll('npx whybook', '')).not.toContain('whybook')
  })

  it('tells the version', async () => {
    expect((await runLine(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})
