import { dev } from 'astro'
import { answerFiles, type DevFiles } from './answer-files.ts'
import { siteConfig } from './config.ts'
import { type Following, followHandbook } from './follow-handbook.ts'
import { quietRefusals } from './quiet-refusals.ts'

/** A development server over the open handbook. */
export interface DevRequest {
  /** Writable cache folder of this handbook. */
  readonly work: string
  readonly port: number
  readonly host: string
  readonly following: Following
  readonly files: DevFiles
  readonly debug: boolean
}

/** Starts Astro's development server in this process; it runs until it is stopped. */
export async function serveDev(request: DevRequest): Promise<{ readonly port: number; stop(): Promise<void> }> {
  // Without it Astro asks the network for its newest version.
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
  // Astro leaves one that is set as it is, and then no page is drawn.
  process.env['NODE_ENV'] = 'development'
  process.chdir(request.work)
  const config = await siteConfig({
    command: 'dev',
    work: request.work,
    out: `${request.work}/dev-output`,
    // What it warns of are its own ways, such as a route that two files could have answered.
    logLevel: request.debug ? 'info' : 'error',
    server: { port: request.port, host: request.host },
    integrations: [followHandbook(request.following), answerFiles(request.files), quietRefusals()],
  })
  const server = await dev(config)
  return { port: server.address.port, stop: () => server.stop() }
}
