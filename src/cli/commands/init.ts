import type { PlannedFile } from '../../setup/plan.ts'
import type { Setup } from '../../setup/set-up.ts'
import type { Call, Command } from '../command.ts'
import { cliErrors } from '../errors.ts'
import { asCalled } from '../program.ts'
import { setupLines } from '../setup-lines.ts'
import { bold, green } from '../terminal.ts'
import { version } from '../version.ts'

export const init: Command = {
  name: 'init',
  words: '',
  count: [0, 0],
  about: `Sets a repository up: handbook.yml, a package.json that pins the version of Whybook, .gitignore, and the
pipeline that checks proposals and publishes the handbook with its whole history. Shows all that it would write and
asks once. A file of yours is never overwritten: what you may want to add to it is shown.`,
  options: {
    host: { value: 'HOST', help: 'gitlab, github, forgejo, netlify, cloudflare or other (default: by the remote)' },
    name: { value: 'NAME', help: 'name of the handbook (default: the name of its folder)' },
    content: { value: 'FOLDER', help: 'folder of the pages, from the top of the repository (default: found)' },
    site: { value: 'URL', help: 'address it will be published at' },
    package: { value: 'SPEC', help: 'exact version of Whybook, or its tarball (default: this version)' },
    yes: { short: 'y', help: 'ask nothing, take what was found' },
    'dry-run': { help: 'show what would be written, and write nothing' },
  },
  without: ['out', 'git', 'audience', 'now', 'untrusted'],
  examples: [
    ['whybook init', 'asks, shows and asks'],
    ['whybook init --host gitlab --name "Millrace handbook" --yes', 'asks nothing'],
    ['whybook init --package ../whybook/whybook-0.1.0.tgz', 'with a tarball, which is copied in'],
    ['whybook init --host netlify --dry-run', 'only shows'],
  ],
  run: async (call) => {
    const isDry = call.flag('dry-run')
    // With --json, standard output is for a program: nobody is asked.
    const ask = call.flag('yes') || isDry || call.flag('json') ? null : call.ask
    if (ask === null && !call.flag('yes') && !isDry) throw cliErrors.nobodyToAsk()
    const setup = await prepared(call, ask)
    if (setup === null) return leave(call)
    const { root, files, next } = setup
    if (!call.flag('json'))
      for (const line of setupLines(files.shown, next, call.terminal.program)) call.terminal.say(...line)
    const wanted = files.written.length > 0 && !isDry
    if (wanted && ask !== null && !isYes(await ask(`Write ${files.written.length} files? (y/N) `))) return leave(call)
    if (wanted) {
      const { writeFiles } = await import('../../setup/write-files.ts')
      writeFiles(root, files.written)
    }
    if (call.flag('json')) call.terminal.json(initJson(setup, wanted, call.terminal.program))
    else if (wanted)
      call.terminal.say(green('Written'), '. Look at it, then commit: ', bold('git add --all && git commit'))
    else call.terminal.say(isDry ? 'Nothing was written.' : 'There is nothing to write.')
    return 0
  },
}

interface Prepared {
  readonly root: string
  readonly host: string
  readonly files: Setup
  readonly next: readonly string[]
}

async function prepared(call: Call, ask: Call['ask']): Promise<Prepared | null> {
  const [{ surveyRepository }, { answersFrom }, { planSetup }, { packageSource }, { completePlan }] = await Promise.all(
    [
      import('../../setup/survey.ts'),
      import('../../setup/answers.ts'),
      import('../../setup/plan.ts'),
      import('../../setup/package-source.ts'),
      import('../../setup/set-up.ts'),
    ],
  )
  const { terminal } = call
  const found = await surveyRepository(call.text('root') ?? '.', version())
  const source = packageSource(found, call.text('package'), process.cwd())
  const asked = {
    host: call.text('host'),
    name: call.text('name'),
    content: call.text('content'),
    site: call.text('site'),
  }
  const interview = ask === null ? null : { ask, wrong: (problem: string) => terminal.warn(problem) }
  const answers = await answersFrom(found, asked, interview)
  if (answers === null) return null
  const plan = planSetup(found, { ...answers, spec: source.spec })
  terminal.status('Pinning packages …')
  const files = await completePlan(found, plan, source, call.environment)
  terminal.status(null)
  const empty = found.pages === 0 ? ['There is no page yet: write one, such as index.md.'] : []
  return { root: found.root, host: answers.host, files, next: [...files.next, ...empty] }
}

function leave({ terminal }: Call): number {
  terminal.say('Nothing was written.')
  return 1
}

function isYes(answer: string | null): boolean {
  return /^(?:y|yes)$/i.test(answer?.trim() ?? '')
}

/** `{schema, root, host, written, files: [{path, state, text}], next}`. */
function initJson({ root, host, files, next }: Prepared, written: boolean, program: string): object {
  const shown = files.shown.map(({ path, state, text }: PlannedFile) => ({ path, state, text }))
  return { schema: 1, root, host, written, files: shown, next: next.map((text) => asCalled(text, program)) }
}
