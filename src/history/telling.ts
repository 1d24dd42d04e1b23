import type { Change, MergeRequestReference, Reasoning } from '../model/history.ts'
import { isMergeLine, isPullLine } from './merge-line.ts'
import { readReference } from './merge-request.ts'
import { cut, readMessage } from './message.ts'
import { saysSomething } from './noise.ts'
import { isBotText, ruleAgainstLine } from './reason-lines.ts'
import { capped, reasonIn } from './reasoning.ts'

/** What an entry's messages tell: its title, its merge request and its reason. */
export interface Telling {
  readonly title: string
  readonly titleFrom: Change['titleFrom']
  readonly mergeRequest: MergeRequestReference | null
  readonly reasoning: Reasoning | null
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
    return { title, titleFrom, mergeRequest, reasoning: { ...found, source: isMerge ? 'merge' : 'squash' } }
  return { title, titleFrom, mergeRequest, reasoning: isPull(subject, branch) ? null : branchReason(title, branch) }
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
 * A merge line names branches: the title is the first line of the body that says something, else that of a commit of
 * the branch, else what comes nearest.
 */
function titleInBody(subject: string, body: string, branch: readonly string[]): FoundTitle {
  const lines = body.split('\n')
  const plain = lines.flatMap((line, at) => (isTitleLike(line) ? [at] : []))
  const telling = plain.find((place) => saysSomething((lines[place] ?? '').trim()))
  if (telling === undefined) {
    const message = branch.slice(0, MOST_COMMITS).find((each) => saysSomething(titleOf(each)))
    if (message !== undefined) return { title: titleOf(message), body, from: 'branch' }
  }
  const at = telling ?? plain[0]
  if (at === undefined) {
    const last = titleOf(branch.at(-1) ?? '')
    return last === '' ? { title: subject, body, from: 'entry' } : { title: last, body, from: 'branch' }
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

/** Reasons of several commits stand under their titles, those with a word of why first, each in the order written. */
function branchReason(title: string, branch: readonly string[]): Reasoning | null {
  const found = new Map<string, { readonly title: string; readonly kind: Reasoning['kind'] }>()
  for (const message of branch.slice(-MOST_COMMITS)) {
    const { subject, body } = readMessage(message)
    if (isMergeLine(subject)) continue
    const reference = readReference(subject, body)
    const context = { title: reference.subject, maybeSquash: reference.mergeRequest !== null }
    const { reasoning } = reasonIn(body, context)
    if (reasoning !== undefined && reasoning.text !== title) {
      found.set(reasoning.text, { title: reference.subject, kind: reasoning.kind })
    }
  }
  const all = [...found]
  const sorted = [...all.filter(([, { kind }]) => kind === 'why'), ...all.filter(([, { kind }]) => kind === 'what')]
  const [first] = sorted
  if (first === undefined) return null
  if (sorted.length === 1) return { text: continued(first[0], first[1].title), kind: first[1].kind, source: 'branch' }
  const parts = sorted.map(([text, own]) =>
    saysSomething(own.title) && own.title !== title ? `**${own.title}**\n\n${text}` : text,
  )
  return { text: capped(parts.join('\n\n')), kind: first[1].kind, source: 'branch' }
}

/** Some begin the body where the subject ends: `... in the reward policy`. */
function continued(text: string, title: string): string {
  return /^(?:\.\.\.|…)/.test(text) ? `${title} ${text}` : text
}
