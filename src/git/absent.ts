/** Why there is no history to read, as a sentence. */
export interface Absent {
  readonly absent: string
}
