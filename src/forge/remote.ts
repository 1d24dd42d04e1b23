import { withoutEdges } from '../text/edges.ts'

/** Where a project is on the web. */
export interface ProjectPlace {
  /** `https://host` or `http://host`, with its port when it has one; lower case. */
  readonly origin: string
  readonly host: string
  /** Decoded segments of the project's path, without `.git`; at least one. */
  readonly path: readonly string[]
}

/** Names that SSH uses for a forge whose pages are elsewhere. */
const WEB_HOSTS: Readonly<Record<string, string>> = {
  'ssh.github.com': 'github.com',
  'altssh.gitlab.com': 'gitlab.com',
}

/**
 * Reads a git remote's address (`https://`, `ssh://`, `git@host:path`, `git://`, with ports, users and passwords), or
 * a project's address on the web. A user, a password, the port of SSH, query and fragment are left out.
 *
 * @returns null for a path on disk and everything else that is on no web server
 */
export function projectPlace(remote: string): ProjectPlace | null {
  const text = remote.trim()
  if (/^(?:https?|(?:git\+)?ssh|ssh\+git|git):\/\//i.test(text)) return placeOf(URL.parse(text), /^http:/i.test(text))
  // `git@host:path`; a colon after a slash or a single letter is a path on disk.
  const short = text.match(/^(?:[^@:/\\\s]+@)?(\[[0-9a-f:.]+\]|[^@:/\\\s]{2,}):(?!\/\/)([^\\]+)$/i)
  if (!short) return null
  const [, host = '', path = ''] = short
  return placeOf(
    URL.parse(`ssh://${host}/${path.replace(/^\/+/, '').replaceAll('?', '%3F').replaceAll('#', '%23')}`),
    false,
  )
}

function placeOf(url: URL | null, isPlain: boolean): ProjectPlace | null {
  if (url === null || url.hostname === '') return null
  const isWeb = /^https?:$/.test(url.protocol)
  const host = isWeb ? url.hostname : webHost(url.hostname.toLowerCase())
  // Parsed again as a web address: the rules for hosts are stricter there.
  const web = URL.parse(`${isPlain ? 'http' : 'https'}://${host}${isWeb && url.port ? `:${url.port}` : ''}`)
  const path = segmentsOf(url.pathname)
  return web === null || path === null ? null : { origin: web.origin, host: web.hostname, path }
}

/** Also an alias as people make them to use two accounts: `github.com-work`. */
function webHost(host: string): string {
  const alias = host.match(/^(github\.com|gitlab\.com|codeberg\.org)-[\w.-]+$/)
  return alias?.[1] ?? WEB_HOSTS[host] ?? host
}

function segmentsOf(pathname: string): string[] | null {
  const path = withoutEdges(pathname, /\//).replace(/\.git$/, '')
  if (path === '') return null
  try {
    return path.split('/').map(decodeURIComponent)
  } catch {
    return null
  }
}
