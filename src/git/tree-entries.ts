/** One entry of a tree object. */
export interface TreeEntry {
  /** As git writes it out: `40000`, `100644`, `100755`, `120000` or `160000`. */
  readonly mode: string
  readonly isFolder: boolean
  /** Bytes of the name: what is no UTF-8 keeps its place in the order. */
  readonly name: Buffer
  readonly id: string
}

const ID_BYTES = 20

/**
 * Reads a tree object as it is stored.
 *
 * @returns null for bytes that are no tree; git gives up at those too
 */
export function treeEntries(bytes: Buffer): TreeEntry[] | null {
  const entries: TreeEntry[] = []
  let at = 0
  while (at < bytes.length) {
    const space = bytes.indexOf(0x20, at)
    const end = bytes.indexOf(0, at)
    if (space <= at || end <= space + 1 || end + ID_BYTES >= bytes.length) return null
    const mode = canonicalMode(bytes.toString('latin1', at, space))
    if (mode === null) return null
    at = end + 1 + ID_BYTES
    const name = bytes.subarray(space + 1, end)
    entries.push({ mode, isFolder: mode === '40000', name, id: bytes.toString('hex', end + 1, at) })
  }
  return entries
}

/** Modes that old tools wrote (`100664`) count as the nearest of git's own, as `canon_mode` in git's `cache.h` has it. */
function canonicalMode(text: string): string | null {
  if (!/^[0-7]{1,11}$/.test(text)) return null
  const mode = Number.parseInt(text, 8)
  const kind = mode & 0o170000
  if (kind === 0o100000) return (mode & 0o100) !== 0 ? '100755' : '100644'
  if (kind === 0o120000) return '120000'
  return kind === 0o040000 ? '40000' : '160000'
}

/** Git's order of entries: by bytes, a folder as if its name ended in a slash. */
export function compareEntries(a: TreeEntry, b: TreeEntry): number {
  const length = Math.min(a.name.length, b.name.length)
  const order = Buffer.compare(a.name.subarray(0, length), b.name.subarray(0, length))
  if (order !== 0) return order
  return byteAfter(a, length) - byteAfter(b, length)
}

function byteAfter({ name, isFolder }: TreeEntry, at: number): number {
  return name[at] ?? (isFolder ? 0x2f : 0)
}
