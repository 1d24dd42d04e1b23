import { createReadStream } from 'node:fs'
import { realpath, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, sep } from 'node:path'
import { contentType } from './content-types.ts'
import { headers } from './header-files.ts'
import { resolveRequest } from './resolve-request.ts'

/** A running server of a built site. */
export interface SiteServer {
  /** Where the site is: `http://localhost:4321/`. */
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

export interface ServeOptions {
  /** 0 takes any that is free. */
  readonly port: number
  /** Name or address to listen at; `localhost`, the default, is this machine alone. */
  readonly host?: string
  /** Path that the site is served below: `/` or `/group/handbook/`. */
  readonly base: string
}

/**
 * Serves a built site as a plain host does: files, `index.html` of folders, `404.html`. Only what lies in the folder,
 * also behind symlinks; only GET and HEAD.
 *
 * @param site - folder that was built
 * @throws {Error} with `code` `EADDRINUSE` and the like
 */
export async function servePreview(site: string, options: ServeOptions): Promise<SiteServer> {
  const { base, host = 'localhost' } = options
  const folder = await realpath(site)
  const server = createServer((request, response) => {
    answer(request, response, folder, base).catch(() => {
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  const port = await listen(server, options.port, host)
  return {
    port,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}${base}`,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}

async function answer(request: IncomingMessage, response: ServerResponse, folder: string, base: string): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end()
    return
  }
  const resolution = resolveRequest(request.url ?? '/', base)
  if (resolution.kind === 'redirect') {
    response.writeHead(302, { Location: resolution.to }).end()
    return
  }
  const [first, second] = resolution.kind === 'files' ? resolution.paths : []
  const file = first === undefined ? null : await regularFile(folder, first)
  if (file !== null) return send(request, response, file, 200)
  if (second !== undefined && (await regularFile(folder, second)) !== null) {
    // Relative links of the page count from its folder.
    const [path = '', query] = (request.url ?? '').split('?', 2)
    response.writeHead(302, { Location: `${path}/${query === undefined ? '' : `?${query}`}` }).end()
    return
  }
  const notFound = await regularFile(folder, '404.html')
  if (notFound !== null) return send(request, response, notFound, 404)
  response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8', ...headers }).end('Not found\n')
}

interface RegularFile {
  readonly path: string
  readonly size: number
}

async function regularFile(folder: string, path: string): Promise<RegularFile | null> {
  try {
    const real = await realpath(join(folder, path))
    if (!real.startsWith(folder + sep)) return null
    const { size, ...found } = await stat(real).then((stats) => ({ size: stats.size, isFile: stats.isFile() }))
    return found.isFile ? { path: real, size } : null
  } catch {
    return null
  }
}

function send(request: IncomingMessage, response: ServerResponse, file: RegularFile, status: number): void {
  response.writeHead(status, {
    'Content-Type': contentType(file.path),
    'Content-Length': file.size,
    'Cache-Control': 'no-cache',
    ...headers,
  })
  if (request.method === 'HEAD') {
    response.end()
    return
  }
  createReadStream(file.path)
    .on('error', () => response.destroy())
    .pipe(response)
}
