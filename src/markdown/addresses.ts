/** What an address is, as far as it decides whether it may stand on a page. */
export type AddressKind = 'relative' | 'http' | 'https' | 'mailto' | 'tel' | 'refused'

/**
 * Kind of a link's target. Browsers drop tabs and line ends anywhere in an address and control characters and blanks
 * before it, and read `\` as `/`; so do we before looking for its scheme.
 */
export function addressKind(target: string): AddressKind {
  const address = bare(target)
  if (/^[\\/]{2}/.test(address)) return 'https'
  const [, scheme] = /^([^/?#\\:]*):/.exec(address) ?? []
  switch (scheme?.toLowerCase()) {
    case undefined:
      return 'relative'
    case 'http':
      return 'http'
    case 'https':
      return 'https'
    case 'mailto':
      return 'mailto'
    case 'tel':
      return 'tel'
    default:
      return 'refused'
  }
}

/** The address as a browser reads it; one without a scheme (`//host/x`) gets `https:`. */
export function bareAddress(target: string): string {
  const address = bare(target)
  return /^[\\/]{2}/.test(address) ? `https://${address.replace(/^[\\/]+/, '')}` : address
}

function bare(target: string): string {
  const address = target.replace(/[\t\n\r]/g, '')
  let start = 0
  let end = address.length
  while (start < end && address.charCodeAt(start) <= 0x20) start += 1
  while (end > start && address.charCodeAt(end - 1) <= 0x20) end -= 1
  return address.slice(start, end)
}
