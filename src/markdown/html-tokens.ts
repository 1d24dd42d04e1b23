/** Part of a piece of HTML, from `from` up to but without `to`. */
export interface HtmlToken {
  readonly kind: 'text' | 'comment' | 'open' | 'close'
  readonly from: number
  readonly to: number
  /** Of a tag, in small letters; else empty. */
  readonly name: string
  /** Place behind the name of a tag, where attributes begin. */
  readonly attributes: number
  /** What ends it is not in this piece: it goes on until this is found. Null for what ends here. */
  readonly open: RegExp | null
}

const NAME = /\/?([a-z][^\s/>]*)/iy
/** A browser ends `<!-->` and `<!--->` where they stand, and `--!>` ends a comment too. */
const EMPTY_COMMENT = /<!---?>/y
const COMMENT_END = /--!?>/g
/** Elements whose text is no HTML, as long as something ends them. */
const RAW = new Set(['script', 'style', 'iframe'])

/** Tags, comments and text of a piece of HTML, in order and without gaps, split where a browser would; linear. */
export function htmlTokens(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = []
  const endless = new Set<string>()
  let text = 0
  const add = (kind: HtmlToken['kind'], from: number, to: number, rest: Partial<HtmlToken> = {}): void => {
    if (text < from) tokens.push({ kind: 'text', from: text, to: from, name: '', attributes: from, open: null })
    tokens.push({ kind, from, to, name: '', attributes: to, open: null, ...rest })
    text = to
  }
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', Math.max(at + 1, text))) {
    if (html.startsWith('<!--', at)) {
      const end = commentEnd(html, at)
      add('comment', at, end ?? html.length, { open: end === null ? COMMENT_END : null })
      continue
    }
    NAME.lastIndex = at + 1
    const written = NAME.exec(html)
    if (written === null) {
      if (!/[!?/]/.test(html.charAt(at + 1))) continue
      const end = html.indexOf('>', at)
      add('comment', at, end === -1 ? html.length : end + 1, { open: end === -1 ? />/g : null })
      continue
    }
    const name = (written[1] ?? '').toLowerCase()
    const isClose = html[at + 1] === '/'
    const end = tagEnd(html, NAME.lastIndex)
    const open = typeof end === 'number' ? null : end
    const to = typeof end === 'number' ? end : html.length
    add(isClose ? 'close' : 'open', at, to, { name, attributes: NAME.lastIndex, open })
    if (isClose || !RAW.has(name) || endless.has(name)) continue
    const close = new RegExp(`</${name}[\\s/>]`, 'gi')
    close.lastIndex = to
    const found = close.exec(html)
    if (found === null) endless.add(name)
    else add('text', to, found.index)
  }
  if (text < html.length) add('text', text, html.length)
  return tokens
}

function commentEnd(html: string, at: number): number | null {
  EMPTY_COMMENT.lastIndex = at
  if (EMPTY_COMMENT.test(html)) return EMPTY_COMMENT.lastIndex
  COMMENT_END.lastIndex = at + 4
  return COMMENT_END.test(html) ? COMMENT_END.lastIndex : null
}

/** Place behind a tag's `>`, read as a browser does; else what to look for where the tag goes on. */
function tagEnd(html: string, afterName: number): number | RegExp {
  let at = afterName
  for (;;) {
    at = past(html, at, /[^\s/]/g)
    if (at === html.length) return />/g
    if (html[at] === '>') return at + 1
    // A name may begin with `=`.
    at = past(html, past(html, at + 1, /[\s/>=]/g), /\S/g)
    if (html[at] !== '=') continue
    at = past(html, at + 1, /\S/g)
    const quote = html.charAt(at)
    if (quote === '"' || quote === "'") {
      const end = html.indexOf(quote, at + 1)
      if (end === -1) return quote === '"' ? /"[^>]*>/g : /'[^>]*>/g
      at = end + 1
    } else if (quote !== '>') at = past(html, at, /[\s>]/g)
  }
}

/** Place of the next character of some kind, or the end. */
function past(html: string, from: number, until: RegExp): number {
  until.lastIndex = from
  return until.exec(html)?.index ?? html.length
}
