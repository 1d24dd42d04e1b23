import type { Reasoning } from '../model/history.ts'
import { isStock } from './noise.ts'
import { isBotText, isReference, type Rule, ruleAgainstLine, ruleAgainstWhole } from './reason-lines.ts'
import { readSquashList } from './squash.ts'
import { isWhy } from './why-words.ts'

/** What is known of the text that a reason is looked for in. */
export interface ReasonContext {
  /** Title of the entry; lines that repeat it are no reason. */
  readonly title: string
  /** True when the message names a merge request, so that a list of subjects may be a squashed branch. */
  readonly maybeSquash: boolean
  /** True for text that was written to be the reason, however short. */
  readonly isAsked?: boolean
}

/** A reason, or the rules that left nothing of the text. */
export interface ReasonFound {
  readonly reasoning: Omit<Reasoning, 'source'> | undefined
  /** Rules that took something away, in the order in which they did. */
  readonly dropped: readonly Rule[]
}

/** Characters that must remain of a text for it to be a reason; with a word of why fewer tell enough. */
const FEWEST = 40
const FEWEST_WITH_WHY = 20
const MOST = 6000

/**
 * Looks for a reason in the body of a message that is safe to show (see `readMessage`): cuts what is detail, by the
 * rules of PROVENANCE 1g in their order, and keeps the author's words as they are.
 */
export function reasonIn(body: string, context: ReasonContext): ReasonFound {
  const dropped: Rule[] = []
  const text = body.replace(/<!--(?:(?!-->)[\s\S])*(?:-->|$)/g, '').trim()
  if (text === '') return { reasoning: undefined, dropped: [body.trim() === '' ? 'empty' : 'template'] }
  if (isBotText(text)) return { reasoning: undefined, dropped: ['bot'] }
  const isOwnTitle = titleTest(context.title)
  let lines: readonly string[] = text.split('\n').map((line) => line.trimEnd())
  const list = context.maybeSquash ? readSquashList(lines, isOwnTitle) : undefined
  if (list !== undefined) {
    lines = list.lines
    dropped.push(list.subjects.every(isStock) ? 'squash stock' : 'squash subject')
  }
  const kept = keptLines(lines, isOwnTitle, dropped)
  const remaining = withoutEmptyHeadings(kept, dropped)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  if (remaining === '') return { reasoning: undefined, dropped: [...dropped, 'nothing left'] }
  const kind = isWhy(remaining) ? 'why' : 'what'
  const least = context.isAsked ? 1 : kind === 'why' ? FEWEST_WITH_WHY : FEWEST
  if (visibleLength(remaining) < least) {
    return { reasoning: undefined, dropped: [...dropped, isReference(remaining) ? 'reference' : 'short'] }
  }
  return { reasoning: { text: capped(remaining), kind }, dropped }
}

/** Cuts a long text at a paragraph, else at a word. */
export function capped(text: string): string {
  if (text.length <= MOST) return text
  const head = text.slice(0, MOST).toWellFormed()
  const end = Math.max(head.lastIndexOf('\n\n'), head.lastIndexOf(' ', MOST - 200))
  return `${head.slice(0, end > 0 ? end : MOST).trimEnd()} …`
}

/** Compares by letters and digits alone, references left out. */
function titleTest(title: string): (line: string) => boolean {
  const own = letters(title)
  return (line) => own !== '' && letters(line) === own
}

function letters(text: string): string {
  return text
    .replace(/\((?:[\w.-]+\/)*[\w.-]*[#!]\d+\)\s*$/, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** Applies the rules to paragraphs and list items; code between fences is kept as it is. */
function keptLines(lines: readonly string[], isOwnTitle: (line: string) => boolean, dropped: Rule[]): string[] {
  const kept: string[] = []
  let unit: string[] = []
  const finish = () => {
    const rule = unit.length === 0 ? undefined : ruleAgainstUnit(unit, isOwnTitle)
    if (rule === undefined) kept.push(...unit)
    else dropped.push(rule)
    unit = []
  }
  let fence: string | undefined
  for (const line of lines) {
    const mark = /^\s*(```|~~~)/.exec(line)?.[1]
    if (fence !== undefined || mark !== undefined) {
      finish()
      kept.push(line)
      if (fence === undefined) fence = mark
      else if (fence === mark) fence = undefined
      continue
    }
    const rule = line.trim() === '' ? undefined : ruleAgainstLine(line)
    if (rule !== undefined) {
      dropped.push(rule)
      continue
    }
    if (line.trim() === '' || /^\s*(?:[-*+]|\d{1,3}[.)]) /.test(line)) finish()
    if (line.trim() === '') kept.push('')
    else unit.push(line)
  }
  finish()
  return kept
}

function ruleAgainstUnit(unit: readonly string[], isOwnTitle: (line: string) => boolean): Rule | undefined {
  const whole = ruleAgainstWhole(unit.map((line) => line.trim()).join(' '), isOwnTitle)
  if (whole !== undefined) return whole
  const rules = unit.map((line) => ruleAgainstWhole(line, isOwnTitle))
  return rules.every((rule) => rule !== undefined) ? rules[0] : undefined
}

/** A template's heading that nobody wrote under is no part of what its author wrote. */
function withoutEmptyHeadings(lines: readonly string[], dropped: Rule[]): string[] {
  const kept: string[] = []
  // From the end, so that a heading over an empty heading is empty too.
  let follows: 'nothing' | 'text' | 'heading' = 'nothing'
  let depth = 0
  for (const line of [...lines].reverse()) {
    const level = /^(#{1,6}) /.exec(line)?.[1]?.length ?? (/^(?:\*\*[^*]+\*\*:?|[A-Z][\w ]{1,30}:)$/.test(line) ? 7 : 0)
    if (level === 0) {
      if (line.trim() !== '') follows = 'text'
      kept.push(line)
    } else if (follows === 'nothing' || (follows === 'heading' && level >= depth)) {
      dropped.push('template')
    } else {
      follows = 'heading'
      depth = level
      kept.push(line)
    }
  }
  return kept.reverse()
}

/** Characters a reader sees: no markup, no addresses, nothing that is quoted from elsewhere. */
function visibleLength(text: string): number {
  return text
    .slice(0, MOST)
    .replace(/^\s*>.*$/gm, '')
    .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/https?:\/\/\S+/g, '')
    .replace(/^\s*(?:[-*+]|\d{1,3}[.)]|#{1,6}) /gm, '')
    .replace(/[`*_~|]/g, '')
    .replace(/\s+/g, ' ')
    .trim().length
}
