import type { YAMLError } from 'yaml'
import { visible } from '../text/visible.ts'

type Code = YAMLError['code']

/** The most common mistakes in words of their authors: the parser's are those of people who write parsers. */
const OWN: Partial<Record<Code, string>> = {
  BLOCK_AS_IMPLICIT_KEY:
    'A value that holds a colon and a blank has to stand in quotes, such as `title: "Leave: how to take it"`.',
  BAD_SCALAR_START: 'A value that begins with this character has to stand in quotes, such as `owner: "@ana"`.',
}

/** What to do, behind what the parser says. */
const ADVICE: Partial<Record<Code, string>> = {
  MISSING_CHAR: 'Close what was opened, or put the whole value in quotes.',
  MULTILINE_IMPLICIT_KEY: 'Write each `key: value` on a line of its own, and put a value that holds a colon in quotes.',
  BAD_INDENT: 'Begin lines of one level with the same number of blanks, and close each `[` and `{`.',
  TAB_AS_INDENT: 'Indent with blanks.',
  BAD_DQ_ESCAPE: 'Write `\\\\` for a backslash, or use single quotes.',
  TAG_RESOLVE_FAILED: 'A value that begins with `!` has to stand in quotes.',
  UNEXPECTED_TOKEN: 'If it is part of a value, put the value in quotes.',
}

/** What is wrong with YAML and how to mend it, in sentences. */
export function yamlSentence({ code, message }: Pick<YAMLError, 'code' | 'message'>): string {
  const own = OWN[code]
  if (own !== undefined) return own
  const said = `${visible(message)}.`.replace(/\.\.$/, '.')
  const advice = ADVICE[code]
  return advice === undefined ? said : `${said} ${advice}`
}
