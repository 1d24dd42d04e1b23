/** The records of a NUL-separated stream, many at a time; a last one without its NUL was cut off and is left out. */
export async function* nulRecords(chunks: AsyncIterable<Buffer>): AsyncGenerator<readonly string[]> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const records = splitRecords(bytes)
    rest = bytes.subarray(bytes.lastIndexOf(0) + 1)
    if (records.length > 0) yield records
  }
}

/** The records of NUL-separated bytes that are all there. */
export function splitRecords(bytes: Buffer): string[] {
  const records: string[] = []
  let from = 0
  for (let end = bytes.indexOf(0); end >= 0; end = bytes.indexOf(0, from)) {
    records.push(bytes.toString('utf8', from, end))
    from = end + 1
  }
  return records
}
