/** Reads lines and counted bytes from a stream of chunks, keeping no more than it has to. */
export interface ByteReader {
  /** Text before the next line feed; null at the end of the stream. */
  line(): Promise<string | null>
  /** The next bytes, in memory of their own; null when the stream ends before. */
  take(count: number): Promise<Buffer | null>
}

export function byteReader(chunks: AsyncIterator<Buffer>): ByteReader {
  let rest: Buffer = Buffer.alloc(0)

  async function fill(): Promise<boolean> {
    const next = await chunks.next()
    if (next.done) return false
    rest = rest.length === 0 ? next.value : Buffer.concat([rest, next.value])
    return true
  }

  return {
    async line() {
      let end = rest.indexOf(10)
      while (end < 0) {
        if (!(await fill())) return null
        end = rest.indexOf(10)
      }
      const text = rest.toString('utf8', 0, end)
      rest = rest.subarray(end + 1)
      return text
    },
    async take(count) {
      const bytes = Buffer.allocUnsafeSlow(count)
      let filled = 0
      while (true) {
        const copied = rest.copy(bytes, filled, 0, count - filled)
        rest = rest.subarray(copied)
        filled += copied
        if (filled === count) return bytes
        if (!(await fill())) return null
      }
    },
  }
}
