import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { marker } from '../../build/output-folder.ts'
import { type SiteServer, servePreview } from '../../build/serve.ts'
import type { Command } from '../command.ts'
import { cliErrors } from '../errors.ts'
import { untilInterrupted } from '../interruption.ts'
import { portOf } from '../port.ts'
import { targetOf } from '../target.ts'
import { bold, dim } from '../terminal.ts'

export const preview: Command = {
  name: 'preview',
  words: '',
  count: [0, 0],
  about: 'Serves what was built, as a plain web server would, on this machine.',
  // It serves what a build has decided.
  without: ['audience', 'now', 'untrusted'],
  options: {
    port: { value: 'NUMBER', help: 'port to serve at (default: the first free one from 4321)' },
    host: { value: 'NAME', help: 'name or address to listen at (default: localhost, this machine alone)' },
    base: { value: 'PATH', help: 'serve it below this path, to see that it works there' },
  },
  examples: [
    ['whybook preview', 'serve dist'],
    ['whybook preview --out site --port 8080', 'another folder, at a port of your choice'],
    ['whybook preview --base /group/handbook/', 'as GitLab Pages would'],
  ],
  run: async (call) => {
    const { out, open } = targetOf(call)
    const port = portOf(call.text('port'))
    if (!existsSync(join(out, marker))) {
      throw cliErrors.notBuilt(out)
    }
    const host = call.text('host') ?? 'localhost'
    const server = await start(out, { host, base: open.base ?? '/' }, port)
    await untilInterrupted(() => {
      call.terminal.answer('Serving ', bold(out))
      call.terminal.answer('     at ', bold(server.url), dim('   (Ctrl C ends it)'))
    })
    await server.close()
    return 0
  },
}

/** Takes the port asked for, or the first free one of twenty. */
async function start(
  site: string,
  options: { readonly host: string; readonly base: string },
  asked: number | null,
): Promise<SiteServer> {
  const first = asked ?? 4321
  for (let port = first; ; port += 1) {
    try {
      return await servePreview(site, { ...options, port })
    } catch (cause) {
      const { code } = cause as NodeJS.ErrnoException
      if (code === 'EADDRINUSE' && asked === null && port < first + 20) continue
      throw cliErrors.cannotServe(`${options.host}:${port}`, cause as NodeJS.ErrnoException)
    }
  }
}
