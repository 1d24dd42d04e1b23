import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type SiteServer, servePreview } from '../../src/build/serve.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'

let folder: string
let server: SiteServer
const base = '/group/handbook/'

beforeEach(async () => {
  folder = temporaryFolder().path
  put('site/index.html', 'home')
  put('site/a/index.html', 'page a')
  put('site/404.html', 'not here')
  put('site/_whybook/x.css', 'a{}')
  put('site/data', '?')
  put('secret.txt', 'secret')
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'site/link.txt'))
  server = await servePreview(join(folder, 'site'), { port: 0, base })
})
afterEach(() => server.close())

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

const get = (path: string, init?: RequestInit) => fetch(new URL(path, server.url), { redirect: 'manual', ...init })

describe('the preview server', () => {
  it('serves pages, and files with their types and the headers of our header files', async () => {
    expect(await (await get('a/')).text()).toBe('page a')
    const css = await get('_whybook/x.css')
    expect(css.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(css.headers.get('x-content-type-options')).toBe('nosniff')
    expect(css.headers.get('content-security-policy')).toBe("frame-ancestors 'self'")
    expect((await get('data')).headers.get('content-type')).toBe('application/octet-stream')
  })

  it('leads from a folder without slash to the folder', async () => {
    expect((await get('a?x=1')).headers.get('location')).toBe(`${base}a/?x=1`)
    expect((await get('/group/handbook')).headers.get('location')).toBe(base)
  })

  it('answers 404 with the page for it', async () => {
    const answer = await get('nowhere/')
    expect(answer.status).toBe(404)
    expect(await answer.text()).toBe('not here')
    expect((await get('/outside/')).status).toBe(404)
  })

  it('gives nothing that lies outside of the site', async () => {
    expect((await get('link.txt')).status).toBe(404)
    for (const path of ['../secret.txt', '%2e%2e/secret.txt', '..%2fsecret.txt', '/../secret.txt']) {
      expect(await raw(`GET ${base}${path} HTTP/1.1`)).not.toContain('secret')
    }
  })

  it('answers reading requests only', async () => {
    expect((await get('a/', { method: 'POST' })).status).toBe(405)
    const head = await get('a/', { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '6', ''])
  })
})

/** A request as it is typed: `fetch` would tidy the address first. */
function raw(line: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(server.port, 'localhost', () =>
      socket.end(`${line}\r\nHost: x\r\nConnection: close\r\n\r\n`),
    )
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk
    })
    socket.on('end', () => resolve(text)).on('error', reject)
  })
}
