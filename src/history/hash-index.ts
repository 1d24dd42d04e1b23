/**
 * Numbers of the blocks that have a layout hash, or had it before they were edited: whoever asks compares.
 *
 * Numbers of one hash are a chain through one array; a list for each of some ninety thousand hashes would cost the
 * update of an index more than all the rest of it.
 */
export class HashIndex {
  /** Place in the chains of the newest number of each hash. */
  readonly #newest = new Map<number, number>()
  readonly #numbers: number[] = []
  /** Place of the number before of the same hash; -1 for none. */
  readonly #before: number[] = []

  add(hash: number, number: number): void {
    this.#before.push(this.#newest.get(hash) ?? -1)
    this.#newest.set(hash, this.#numbers.length)
    this.#numbers.push(number)
  }

  /** Newest first; one that came back to a hash is there twice. */
  numbers(hash: number): number[] {
    const found: number[] = []
    for (let at = this.#newest.get(hash) ?? -1; at >= 0; at = this.#before[at] as number) {
      found.push(this.#numbers[at] as number)
    }
    return found
  }
}
