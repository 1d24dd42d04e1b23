import type { RepoPath } from '../model/ids.ts'
import type { BlockRecord } from './block-records.ts'
import { hash40 } from './hash.ts'

/** Crockford's base 32: no letter that reads like another or like a number. */
const DIGITS = '0123456789abcdefghjkmnpqrstvwxyz'
const LONGEST = 8

/**
 * Names of blocks: `b-` and seven characters, from the path and the text at birth and how many such births came before.
 *
 * No commit is part of it, so that a name survives rewritten history and a proposal's block keeps its own when it lands
 * unchanged. Of two that would be the same the later takes an eighth character.
 *
 * @param bornAt - path of a block's page at its birth
 * @returns by number; null for a block that was there before a shallow history begins: a full clone knows another birth
 */
export function blockIds(
  records: readonly BlockRecord[],
  bornAt: (record: BlockRecord) => RepoPath,
): (string | null)[] {
  const births = new Map<string, number>()
  const taken = new Set<string>()
  return records.map((record) => {
    if (record.origin === 'found') return null
    const birth = `${bornAt(record)}\u0000${record.bornAs}`
    const earlier = births.get(birth) ?? 0
    births.set(birth, earlier + 1)
    for (let salt = 0; ; salt += 1) {
      const name = letters(hash40(`${birth}\u0000${earlier}\u0000${salt}`))
      const id = [name.slice(0, LONGEST - 1), name].find((each) => !taken.has(each))
      if (id === undefined) continue
      taken.add(id)
      return `b-${id}`
    }
  })
}

/** Eight digits of five bits. */
function letters(hash: number): string {
  let rest = hash
  let text = ''
  for (let digit = 0; digit < LONGEST; digit += 1) {
    text += DIGITS.charAt(rest % 32)
    rest = Math.floor(rest / 32)
  }
  return text
}
