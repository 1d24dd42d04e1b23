import type { Repository } from '../git/repository.ts'
import type { BlobId } from '../model/ids.ts'
import type { ReadBlobs } from './views/change.ts'

/** Reads texts of page versions; null for one that is missing, too large, or not text. */
export function blobTexts(repository: Repository | null): ReadBlobs {
  return async (ids) => {
    const texts = new Map<BlobId, string | null>()
    if (repository === null) return texts
    const decoder = new TextDecoder('utf-8')
    for await (const { id, bytes } of repository.blobs(new Set(ids))) {
      texts.set(id, bytes === null || bytes.includes(0) ? null : decoder.decode(bytes))
    }
    return texts
  }
}
