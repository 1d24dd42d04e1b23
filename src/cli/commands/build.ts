import { type Built, buildSite } from '../../build/build.ts'
import { pageSeconds } from '../../build/options.ts'
import { buildProgress } from '../build-progress.ts'
import { buildSummary } from '../build-summary.ts'
import type { Call, Command } from '../command.ts'
import { findingsJson } from '../findings.ts'
import { sayHowGitIsRead } from '../git-choice.ts'
import { interruption } from '../interruption.ts'
import { targetOf } from '../target.ts'

export const build: Command = {
  name: 'build',
  words: '',
  count: [0, 0],
  about: `Builds the handbook into a folder that any server can serve, at any address.
All or nothing: when something fails, the site of the last build stays as it is.`,
  options: {
    base: { value: 'PATH', help: 'where the site will stand, such as /group/handbook/: only 404.html needs it' },
    site: { value: 'URL', help: 'address it is published at: gives canonical addresses and a sitemap' },
    clean: { help: 'take nothing from the last build' },
    'allow-empty': { help: 'build also when there is no page' },
  },
  examples: [
    ['whybook build', 'the handbook in this folder, into dist'],
    ['whybook build --root ../handbook --out site', 'another one, into another folder'],
    ['whybook build --site https://handbook.example.org', 'with a sitemap'],
    ['whybook build --json | jq .findings', 'for scripts'],
  ],
  run: async (call) => {
    const started = performance.now()
    const target = targetOf(call)
    sayHowGitIsRead(call)
    const built = await interruption((signal) => buildWithProgress(call, target, signal))
    const seconds = (performance.now() - started) / 1000
    const place = { here: process.cwd(), program: call.terminal.program }
    if (call.flag('json')) call.terminal.json(buildJson(built, seconds))
    else for (const line of buildSummary(built, seconds, place)) call.terminal.say(...line)
    return 0
  },
}

async function buildWithProgress(call: Call, target: ReturnType<typeof targetOf>, signal: AbortSignal): Promise<Built> {
  const { terminal } = call
  const debug = call.flag('debug')
  try {
    return await buildSite(
      { ...target, clean: call.flag('clean'), allowEmpty: call.flag('allow-empty'), pageSeconds },
      {
        signal,
        debug,
        onProgress: buildProgress(terminal),
        onWait: () => terminal.step('Another build of this folder is running; waiting for it.'),
        onOutput: (text) => {
          if (debug) terminal.warn(text.trimEnd())
        },
      },
    )
  } finally {
    terminal.status(null)
  }
}

/** `{schema, pages, seconds, steps, findings}` (DESIGN.md, "Command line"). */
function buildJson(built: Built, seconds: number): object {
  return {
    schema: 1,
    pages: built.pages,
    seconds: Math.round(seconds * 1000) / 1000,
    steps: built.steps,
    findings: findingsJson(built.findings),
  }
}
