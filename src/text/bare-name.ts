import { withoutAddresses } from './without-addresses.ts'

/**
 * Names of people and groups as they may be shown: never with an e-mail address, without the `@` of handles. Of a
 * name that is nothing but an address, what stands before the sign is left.
 *
 * @param written - one name, or several between commas or semicolons
 * @returns names between commas; empty where there is none
 */
export function bareName(written: string): string {
  return written
    .split(/[,;]/)
    .map((part) => nameIn(part.replace(/<[^<>]*>/g, (inside) => (inside.includes('@') ? ' ' : inside))))
    .filter((name) => name !== '')
    .join(', ')
}

function nameIn(part: string): string {
  const rest = withoutAddresses(part, () => ' ')
  const name = /[\p{L}\p{N}]/u.test(rest) ? rest : withoutAddresses(part, (local) => local)
  // What is left of `ana@intern` and `@ana`: a name has no sign in it.
  return name
    .replace(/(?<=[^\s@])@[^\s@]+/g, '')
    .replaceAll('@', '')
    .replace(/\s+/g, ' ')
    .trim()
}
