import type { Change, MergeRequestReference, Reasoning } from '../model/history.ts'
import { isMergeLine, isPullLine } from './merge-line.ts'
import { readReference } from './merge-request.ts'
import { cut, readMessage } from './message.ts'
import { saysSomething } from './noise.ts'
import { isBotText, ruleAgainstLine } from './reason-lines.ts'
import { reasonIn } from './reasoning.ts'

/** What an entry's messages tell: its title, its merge request and its reason. */
export interface Telling {
  readonly title: string
  readonly titleFrom: Change['titleFrom']
  readonly mergeRequest: MergeRequestReference | null
  /** Reason in the main-line commit's own message. */
  readonly reasoning: Reasoning | null
  /** Without a reason of its own: those of its branch's commits, in the order in which they were written. */
  readonly branchReasons: readonly ToldByCommit[]
}

/** The reason that one commit of a branch gives for what it did. */
export interface ToldByCommit {
  /** Place of the commit among those of the branch that were given. */
  readonly at: number
  readonly title: string
  readonly text: string
  readonly kind: Reasoning['kind']
}

const LONGEST_TITLE = 300
/** Commits of a branch that are asked for a title or a reason. */
const MOST_COMMITS = 60

/**
 * Reads title, reference and reason of an entry out of its messages (DESIGN decision 6, as far as git alone has it).
 *
 * @param message - the main-line commit's, raw
 * @param branch - messages of the merged branch's commits, oldest first, raw; empty when it is no merge
 */
export function tellingOf(message: string, isMerge: boolean, branch: readonly string[]): Telling {
  const { subject, body } = readMessage(message)
  const { mergeRequest, subject: own } = readReference(subject, body)
  const told: FoundTitle = isMergeLine(own)
    ? titleInBody(own, body, isPull(subject, branch) ? [] : branch)
    : { title: own, body, from: 'entry' }
  const title = cut(told.title, LONGEST_TITLE)
  const titleFrom = told.from
  const maybeSquash = mergeRequest !== null
  const found = reasonIn(told.body, { title, maybeSquash }).reasoning
  if (found !== undefined)
    return {
      ...{ title, titleFrom, mergeRequest, branchReasons: [] },
      reasoning: { ...found, source: isMerge ? 'merge' : 'squash' },
    }
  const branchReasons = isPull(subject, branch) ? [] : toldByCommits(title, branch)
  return { title, titleFrom, mergeRequest, reasoning: null, branchReasons }
}

/** Title of one commit of a branch. */
export function titleOf(message: string): string {
  const { subject, body } = readMessage(message)
  const own = readReference(subject, body).subject
  return cut(isMergeLine(own) ? titleInBody(own, body, []).title : own, LONGEST_TITLE)
}

/** A title, and the body without it. */
interface FoundTitle {
  readonly title: string
  readonly body: string
  readonly from: Change['titleFrom']
}

/**
 * A merge line names branches: the title is the first line of the body that says something, else the first that could
 * be one, however dull, because that is the merge request's own name; else that of a commit of the branch.
 */
function titleInBody(subject: string, body: string, branch: readonly string[]): FoundTitle {
  const lines = body.split('\n')
  const plain = lines.flatMap((line, at) => (isTitleLike(line) ? [at] : []))
  const at = plain.find((place) => saysSomething((lines[place] ?? '').trim())) ?? plain[0]
  if (at === undefined) {
    const message = branch.slice(0, MOST_COMMITS).find((each) => saysSomething(titleOf(each))) ?? branch.at(-1)
    const title = titleOf(message ?? '')
    return title === '' ? { title: subject, body, from: 'entry' } : { title, body, from: 'branch' }
  }
  const title = readReference((lines[at] ?? '').trim(), '').subject
  return { title, body: [...lines.slice(0, at), ...lines.slice(at + 1)].join('\n').trim(), from: 'entry' }
}

function isTitleLike(line: string): boolean {
  if (line.trim() === '' || line.length > LONGEST_TITLE || /^\s*(?:[-*+>#]|\d+\.) /.test(line)) return false
  return ruleAgainstLine(line) === undefined && !isBotText(line)
}

/** What `git pull` merges is the work of many, each with a reason of its own; none is the reason of the whole. */
function isPull(subject: string, branch: readonly string[]): boolean {
  return isPullLine(subject) && branch.length > 1
}

/** What each commit of a branch tells; of two that say the same, the later one. */
function toldByCommits(title: string, branch: readonly string[]): readonly ToldByCommit[] {
  const found = new Map<string, ToldByCommit>()
  const first = Math.max(0, branch.length - MOST_COMMITS)
  for (const [place, message] of branch.slice(first).entries()) {
    const { subject, body } = readMessage(message)
    if (isMergeLine(subject)) continue
    const reference = readReference(subject, body)
    const context = { title: reference.subject, maybeSquash: reference.mergeRequest !== null }
    const { reasoning } = reasonIn(body, context)
    if (reasoning === undefined || reasoning.text === title) continue
    found.delete(reasoning.text)
    found.set(reasoning.text, { at: first + place, title: reference.subject, ...reasoning })
  }
  return [...found.values()]
}
