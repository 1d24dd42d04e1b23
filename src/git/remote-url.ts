/**
 * A remote's address without what may be secret: user and password of `http(s)`, the password of other schemes, query
 * and fragment. `git@host:path` and local paths stay as they are.
 */
export function withoutCredentials(remote: string): string {
  const parts = remote.match(/^([a-z][a-z0-9+.-]*:\/\/)([^/?#]*)([^?#]*)/i)
  if (!parts) return remote
  const [, scheme = '', authority = '', path = ''] = parts
  const at = authority.lastIndexOf('@')
  const user = authority.slice(0, Math.max(at, 0)).split(':')[0]
  const keepsUser = at >= 0 && user !== '' && !/^https?:/i.test(scheme)
  return `${scheme}${keepsUser ? `${user}@` : ''}${authority.slice(at + 1)}${path}`
}
