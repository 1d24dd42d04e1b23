import { build, check, install, unshallow } from './commands.ts'
import type { Pipeline, PipelineParts } from './pipeline.ts'

/** Scripts for a host without a pipeline of its own here: whatever runs them publishes a folder. */
export function other({ out }: PipelineParts): Pipeline {
  const scripts = { build: 'scripts/build-handbook.sh', check: 'scripts/check-handbook.sh' }
  return {
    files: [
      {
        path: scripts.build,
        text: script(`Builds the handbook into ${out}/.`, [install, build(out, null)]),
        executable: true,
      },
      {
        path: scripts.check,
        text: script('Checks the handbook: for proposals, before they land.', [install, check]),
        executable: true,
      },
    ],
    next: [
      `Let your server's CI run sh ${scripts.build} on the published branch and copy ${out}/ to the web server, and sh ${scripts.check} on proposals, without secrets.`,
      'Let CI keep the folder .whybook between builds of the published branch alone: history is then read once.',
    ],
  }
}

/** A script of the POSIX shell that begins in the repository's root, with the whole history there. */
export function script(about: string, lines: readonly string[]): string {
  return `#!/bin/sh
# ${about} Needs git and Node.js 22.12 or newer.
set -eu
cd "$(dirname "$0")/.."
# With less than the whole history, pages lose their reasons.
${[unshallow, ...lines].join('\n')}
`
}
