/** Subjects that git and forges write for a merge; they name branches and say nothing of the change. */
const MERGE_LINE =
  /^(?:Merge (?:(?:remote-tracking )?branch(?:es)?|pull request|commit|tag|remote|[0-9a-f]{7,64} into)\b|Merged? (?:in|from) |Merge (?:upstream|origin|main|master|develop|trunk)\b|Merge \S+ into \S+$)/i

/** `git pull` brings the shared line into a local one: what it merges is other people's work, landed before. */
const PULL_LINE = /^Merge (?:branch '[^']*' of \S|remote-tracking branch )/

/** True for the subject of a merge commit as git or a forge words it. */
export function isMergeLine(subject: string): boolean {
  return MERGE_LINE.test(subject)
}

/** True for the subject that `git pull` writes. */
export function isPullLine(subject: string): boolean {
  return PULL_LINE.test(subject)
}
