import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setHandbook } from '../../astro/current.ts'
import { isFollowed } from '../../content/followed-files.ts'
import { cacheDirectory } from '../../source/cache.ts'
import { shellWord } from '../../text/shell-word.ts'
import type { Command } from '../command.ts'
import { devFindings } from '../dev-findings.ts'
import { sayHowGitIsRead } from '../git-choice.ts'
import { untilInterrupted } from '../interruption.ts'
import { portOf } from '../port.ts'
import { printError } from '../report-error.ts'
import { targetOf } from '../target.ts'
import { bold, dim } from '../terminal.ts'
import { countOf } from '../words.ts'

/** Milliseconds that the browser has for asking for a page again and getting it. */
const afterPage = 250

export const dev: Command = {
  name: 'dev',
  words: '',
  count: [0, 0],
  about: `Serves the handbook while you write: a saved file is in the browser at once, and so is a commit.
Search shows what the last build knew.`,
  options: {
    port: { value: 'NUMBER', help: 'port to serve at (default: the first free one from 4321)' },
    host: { value: 'NAME', help: 'name or address to listen at (default: localhost, this machine alone)' },
  },
  examples: [
    ['whybook dev', 'the handbook in this folder'],
    ['whybook dev --root ../handbook --port 8080', 'another one, at a port of your choice'],
  ],
  run: async (call) => {
    const { terminal } = call
    const target = targetOf(call)
    // The server changes the folder of the process.
    const root = target.root === process.cwd() ? '' : ` --root ${shellWord(target.root)}`
    sayHowGitIsRead(call)
    const port = portOf(call.text('port')) ?? 4321
    const [{ openHandbook }, { openRepository }, { serveDev }, { devFiles }, { indexFolder }] = await Promise.all([
      import('../../handbook/open.ts'),
      import('../../git/open.ts'),
      import('../../astro/serve-dev.ts'),
      import('../../build/dev-files.ts'),
      import('../../search/build-index.ts'),
    ])
    terminal.status('Reading the handbook …')
    const handbook = await openHandbook(target.root, { ...target.open, onProgress: () => {} })
    setHandbook(handbook)
    const findings = devFindings(handbook, terminal)
    const repository = await openRepository(handbook.root, { adapter: target.open.git })
    const work = join(await cacheDirectory(handbook.root), 'dev')
    mkdirSync(work, { recursive: true })
    const server = await serveDev({
      work,
      port,
      host: call.text('host') ?? 'localhost',
      debug: call.flag('debug'),
      files: devFiles(handbook, target.out),
      following: {
        repository: 'absent' in repository ? null : repository,
        // The page in the browser comes first: judging a long one takes as long as drawing it.
        onRead: (file) => void setTimeout(() => findings.read(file), afterPage).unref(),
        isContent: (file) => isFollowed(handbook.root, file) && !file.startsWith(`${target.out}/`),
        onError: (error) => printError(error, terminal, call.flag('debug')),
      },
    })
    terminal.status(null)
    await untilInterrupted(() => {
      terminal.answer(`Showing ${countOf(handbook.pages.length, 'page')} of `, bold(target.root))
      terminal.answer('     at ', bold(`http://localhost:${server.port}/`), dim('   (Ctrl C ends it)'))
      if (!existsSync(join(target.out, indexFolder))) {
        terminal.say(dim(`Search comes with the first:  ${terminal.program} build${root}`))
      }
      findings.begin(`${terminal.program} check${root}`)
    })
    await server.stop()
    if (!('absent' in repository)) await repository.close()
    await handbook.close()
    return 0
  },
}
