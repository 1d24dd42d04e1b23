import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/** A running server of one folder. */
export interface StaticServer {
  /** Address of the folder, with a trailing slash. */
  readonly url: string
  close(): Promise<void>
}

/**
 * Serves a built site as a plain host does: folders by their index.html, 404.html for what is missing.
 *
 * @param prefix - where the site stands on the host, e.g. `/group/handbook/`
 */
export async function serveFolder(folder: string, prefix = '/'): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const path = pathname.startsWith(prefix) ? normalize(decodeURIComponent(pathname.slice(prefix.length))) : '..'
    let file = path.startsWith('..') ? '' : join(folder, path)
    if (file !== '' && existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html')
    const isThere = file !== '' && existsSync(file)
    if (!isThere) file = join(folder, '404.html')
    if (!existsSync(file)) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(isThere ? 200 : 404, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
    createReadStream(file).pipe(response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}${prefix}`,
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}
