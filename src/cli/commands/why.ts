import { resolve } from 'node:path'
import { changeJson } from '../../history/change-json.ts'
import { blocksMeant } from '../../history/find-block.ts'
import { reasonsOf } from '../../history/which-opens.ts'
import type { BlockStory } from '../../model/block-history.ts'
import type { RepoPath } from '../../model/ids.ts'
import type { Command } from '../command.ts'
import { cliErrors } from '../errors.ts'
import { gitOf, sayHowGitIsRead } from '../git-choice.ts'
import { pageMeant } from '../page-meant.ts'
import { openPast, type Past } from '../past.ts'
import { whyLines } from '../why-lines.ts'

export const why: Command = {
  name: 'why',
  words: 'PAGE:LINE | PAGE "some words"',
  count: [1, 2],
  about: `Tells why a paragraph, list item or table row is there: the change that last made it say something else,
and the one that brought it in, each with its reason. The line is that of the file as it is on disk; the words are
those of the text, as they stand in the file or as a reader sees them. PAGE is what it is for “whybook log”.`,
  options: {},
  // It tells what the repository itself tells whoever has it, and judges no status.
  without: ['audience', 'now', 'untrusted'],
  examples: [
    ['whybook why benefits/leave.md:14', 'by line'],
    ['whybook why benefits/leave.md "twenty weeks"', 'by words of the text'],
    ['whybook why "parental leave" "twenty weeks"', 'the page by its name'],
    ['whybook why --json leave.md:14 | jq ".introduced.reasoning.text"', 'for scripts'],
  ],
  run: async (call) => {
    const { terminal } = call
    const { asked, wanted } = questionOf(call.words)
    terminal.status('Reading history …')
    sayHowGitIsRead(call)
    const past = await openPast(resolve(call.text('root') ?? '.'), gitOf(call), (done, total) =>
      terminal.status(`Reading history ${done} of ${total}`),
    )
    terminal.status(null)
    const path = pageMeant(past, asked)
    const block = await blockMeant(past, path, wanted)
    if (call.flag('json')) {
      terminal.json(whyJson(past, path, typeof wanted === 'number' ? wanted : block.line, block))
      return 0
    }
    for (const line of whyLines(block, path, past.history)) terminal.answer(...line)
    return 0
  },
}

/** `PAGE:LINE` in one word, or a page and words of its text. */
function questionOf([first = '', second]: readonly string[]): { asked: string; wanted: number | string } {
  if (second !== undefined) return { asked: first, wanted: second }
  const { 1: asked, 2: line } = /^(.+):(\d{1,9})$/.exec(first) ?? []
  if (asked === undefined || line === undefined) throw cliErrors.whereOnPage(first)
  return { asked, wanted: Number(line) }
}

/** @throws {WhybookError} `cli/no-such-line`, `cli/no-such-words`, `cli/several-blocks` */
async function blockMeant(past: Past, path: RepoPath, wanted: number | string): Promise<BlockStory> {
  // A page outside of the content, or gone from the disk, is told of as it is committed.
  const text = past.textOf(path) ?? (await past.committedText(path))
  if (text === null) throw cliErrors.unreadablePage(path)
  const histories = past.history.blocks(past.isUsed)
  let blocks = histories.blocksOf(path, text)
  if (blocks.some(({ standing }) => standing === 'new')) {
    const committed = await past.committedText(path)
    if (committed !== null && committed !== text) blocks = histories.blocksOf(path, text, committed)
  }
  const found = blocksMeant(blocks, wanted)
  const [block] = found
  if (block !== undefined && found.length === 1) return block
  if (block !== undefined) throw cliErrors.severalBlocks(String(wanted), path, found)
  if (typeof wanted === 'string') throw cliErrors.noWords(wanted, path)
  const near = blocks.toSorted((a, b) => Math.abs(a.line - wanted) - Math.abs(b.line - wanted)).slice(0, 2)
  throw cliErrors.noLine(wanted, path, linesOf(text), near)
}

/** Lines as an editor counts them: a line feed at the end begins no other. */
const linesOf = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0)

/** `{schema, path, line, block, last, introduced, chain, copiedFrom}` (DESIGN.md, "Command line"). */
function whyJson({ addressOf }: Past, path: RepoPath, line: number, block: BlockStory): object {
  const { last, introduced } = reasonsOf(block)
  const { id, kind, endLine, text } = block
  return {
    schema: 1,
    path,
    line,
    block: { id, kind, line: block.line, endLine, text },
    last: last === null ? null : changeJson(last.change, addressOf),
    introduced: introduced === null ? null : changeJson(introduced.change, addressOf),
    chain: block.chain.map((step) => ({ id: step.change.change.id, class: step.class })),
    copiedFrom: block.copiedFrom,
  }
}
