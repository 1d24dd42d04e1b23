import { styleText } from 'node:util'
import { visible } from '../text/visible.ts'

type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan'

/** A piece of a line: plain text, or text with a style. Styles are kept apart so that no text can bring its own. */
export type Piece = string | { readonly style: Style; readonly text: string }

export const bold = (text: string): Piece => ({ style: 'bold', text })
export const dim = (text: string): Piece => ({ style: 'dim', text })
export const red = (text: string): Piece => ({ style: 'red', text })
export const yellow = (text: string): Piece => ({ style: 'yellow', text })
export const green = (text: string): Piece => ({ style: 'green', text })
export const cyan = (text: string): Piece => ({ style: 'cyan', text })

/** Where text is written to; a part of `process.stdout`, so that tests can give their own. */
export interface Stream {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): unknown
}

/** What a command says, and to whom. Everything passes `visible`: nothing from content can steer the terminal. */
export interface Terminal {
  /** True when a person watches: progress is drawn in place. */
  readonly isInteractive: boolean
  readonly columns: number
  /** True when one JSON document is the answer. */
  readonly isJson: boolean
  /** What to type for Whybook here, for hints: `npx whybook`. */
  readonly program: string
  /** A line of the answer, on standard output (on standard error with `--json`). Nothing with `--quiet`. */
  say(...pieces: readonly Piece[]): void
  /** A line of the answer that also `--quiet` prints. */
  answer(...pieces: readonly Piece[]): void
  /** A line on standard error, also with `--quiet`: errors and warnings. */
  warn(...pieces: readonly Piece[]): void
  /** The one JSON document of `--json`. */
  json(document: object): void
  /** Draws `text` over the last status line; null removes it. Nothing where nobody watches. */
  status(text: string | null): void
  /** A line of progress on standard error; nothing with `--quiet`. */
  step(...pieces: readonly Piece[]): void
}

/** How a {@link Terminal} behaves, from the command's options and the environment. */
export interface TerminalOptions {
  readonly json: boolean
  readonly quiet: boolean
  readonly colour: boolean
  readonly program: string
}

export function terminal(out: Stream, error: Stream, options: TerminalOptions): Terminal {
  const isInteractive = error.isTTY === true && !options.quiet
  const answers = options.json ? error : out
  let drawn = false
  const clear = (): void => {
    if (drawn) error.write('\r\x1b[2K')
    drawn = false
  }
  const write = (stream: Stream, pieces: readonly Piece[]): void => {
    clear()
    stream.write(`${pieces.map((piece) => render(piece, options.colour && stream.isTTY === true)).join('')}\n`)
  }
  return {
    isInteractive,
    columns: Math.min(out.columns || 80, 120),
    isJson: options.json,
    program: options.program,
    say: (...pieces) => {
      if (!options.quiet) write(answers, pieces)
    },
    answer: (...pieces) => write(answers, pieces),
    warn: (...pieces) => write(error, pieces),
    step: (...pieces) => {
      if (!options.quiet) write(error, pieces)
    },
    json: (document) => {
      clear()
      out.write(`${escapeControls(JSON.stringify(document, null, 2))}\n`)
    },
    status: (text) => {
      clear()
      if (text === null || !isInteractive) return
      // Some terminals say that they have no columns.
      error.write(visible(text).slice(0, (error.columns || 80) - 1))
      drawn = true
    },
  }
}

function render(piece: Piece, colour: boolean): string {
  if (typeof piece === 'string') return visible(piece, { lines: true })
  const text = visible(piece.text, { lines: true })
  return colour ? styleText(piece.style, text, { validateStream: false }) : text
}

/** Controls that JSON leaves as they are (C1, direction marks) as escapes: the same document, harmless to look at. */
function escapeControls(json: string): string {
  return json.replace(
    /[\x7f-\x9f\p{Bidi_Control}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
