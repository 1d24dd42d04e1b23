import { resolve } from 'node:path'
import { changeJson } from '../../history/change-json.ts'
import type { RepoPath } from '../../model/ids.ts'
import { changeLines } from '../change-lines.ts'
import type { Command } from '../command.ts'
import { gitOf, sayHowGitIsRead } from '../git-choice.ts'
import { pageMeant } from '../page-meant.ts'
import { openPast, type Past } from '../past.ts'
import { bold, dim, type Terminal } from '../terminal.ts'

export const log: Command = {
  name: 'log',
  words: 'PAGE',
  count: [1, 1],
  about: `Tells what changed on a page, newest first: when, by whom, through which merge request, and why.
PAGE is a path, the end of one, an address of the site, or the page's name; old ones too.`,
  options: {},
  // It tells what the repository itself tells whoever has it, and judges no status.
  without: ['audience', 'now', 'untrusted'],
  examples: [
    ['whybook log benefits/leave.md', 'by path'],
    ['whybook log /benefits/leave/', 'by address'],
    ['whybook log "parental leave"', 'by name'],
    ['whybook log holidays.md', 'by a path that it had before'],
    ['whybook log --json leave.md | jq ".changes[].title"', 'for scripts'],
  ],
  run: async (call) => {
    const { terminal } = call
    const [asked = ''] = call.words
    terminal.status('Reading history …')
    sayHowGitIsRead(call)
    const past = await openPast(resolve(call.text('root') ?? '.'), gitOf(call), (done, total) =>
      terminal.status(`Reading history ${done} of ${total}`),
    )
    terminal.status(null)
    const path = pageMeant(past, asked)
    if (call.flag('json')) terminal.json(logJson(past, path))
    else print(terminal, past, path)
    return 0
  },
}

/** `{schema, path, route, names, startsAt, complete, changes}` (DESIGN.md, "Command line"). */
function logJson({ history, routeOf, addressOf }: Past, path: RepoPath): object {
  return {
    schema: 1,
    path,
    route: routeOf(path),
    names: history.namesOf(path),
    startsAt: history.startsAt,
    complete: history.complete,
    changes: history.changesOf(path).map((change) => changeJson(change, addressOf)),
  }
}

function print(terminal: Terminal, { history, routeOf }: Past, path: RepoPath): void {
  const changes = history.changesOf(path)
  const old = history.namesOf(path).filter((name) => name !== path)
  terminal.say(bold(path), dim(`  ${routeOf(path) ?? ''}`))
  if (old.length > 0) terminal.say(dim(`before: ${old.join(', ')}`))
  terminal.say()
  for (const change of changes) for (const line of changeLines(change)) terminal.answer(...line)
  const isCommitted = history.namesOf(path).length > 0
  if (changes.length === 0)
    terminal.answer(history.absent ?? (isCommitted ? 'Nothing has changed here.' : 'Not committed yet.'))
  if (history.complete || history.startsAt === null || !isCommitted) return
  const start = `History starts on ${history.startsAt.slice(0, 10)}, because this is a shallow clone.`
  terminal.answer(dim(`${start} The rest comes with: git fetch --unshallow`))
}
