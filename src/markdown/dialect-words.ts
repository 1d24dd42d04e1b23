/** Where a tag stands, and whether it has an end tag. */
interface TagPlace {
  readonly inAddress: boolean
  readonly isPair: boolean
}

/** Liquid's own words that make no text: control, assignment, and blocks whose text stays. */
const SILENT =
  /^(?:end\w*|if|unless|else|elsif|elif|case|when|for|break|continue|cycle|tablerow|assign|set|capture|increment|decrement|raw|verbatim|block|extends|import|from|macro|call|filter|with|autoescape|layout|liquid|echo|hint|tabs|content-ref|code|stepper|step|columns?|updates?|swagger|openapi|highlight|comment|toc)$/

/** Text of a Liquid, Jinja or GitBook tag. */
export function plainTag(word: string, inner: string, { inAddress, isPair }: TagPlace): string {
  const args = argumentsOf(inner.slice(word.length))
  if (word === 'link' || word === 'post_url') return inner.slice(word.length).trim()
  if (inAddress) return ''
  if (word === 'embed' || word === 'file' || word === 'page-ref')
    return linkTo(args.get('url') ?? args.get('src') ?? args.get('page'))
  if (word === 'tab' || word === 'api-method') return bold(args.get('title') ?? args.get('summary'))
  if (SILENT.test(word)) return word === 'echo' ? expression(inner.slice(4)) : ''
  return isPair ? bold(args.get('title')) : missing(word, inner)
}

/** Text of a Hugo shortcode. */
export function plainShortcode(word: string, inner: string, { inAddress, isPair }: TagPlace): string {
  const args = argumentsOf(inner.slice(word.length))
  const first = args.get('0')
  if (word === 'ref' || word === 'relref') return first ?? args.get('path') ?? ''
  if (inAddress || word.startsWith('/') || inner === '') return ''
  if ((word === 'figure' || word === 'img' || word === 'image') && (args.get('src') ?? first) !== undefined) {
    const address = args.get('src') ?? first ?? ''
    return `![${plainWords(args.get('alt') ?? args.get('caption') ?? args.get('title') ?? '')}](<${address.replace(/[<>\n]/g, '')}>)`
  }
  if (word === 'youtube') return linkTo(first && `https://www.youtube.com/watch?v=${encodeURIComponent(first)}`)
  if (word === 'vimeo') return linkTo(first && `https://vimeo.com/${encodeURIComponent(first)}`)
  if (isPair) return bold(args.get('title') ?? args.get('name') ?? args.get('header'))
  return /^(?:toc|table_of_contents|param|highlight)$/i.test(word) ? '' : missing(word, inner)
}

/** Text of `{{ ... }}`: Liquid output, Handlebars, mdBook, or a token of the handbook's own. */
export function plainToken(word: string, inner: string, { inAddress }: TagPlace): string {
  const literal = /^(["'])(.*?)\1/s.exec(inner)?.[2]
  if (literal !== undefined) return inAddress ? literal.replace(/\s/g, '%20') : plainWords(literal)
  if (inAddress) return ''
  if (word.startsWith('#include') || word.startsWith('>'))
    return missing('include', `include ${inner.replace(/^(?:#include|>)/, '')}`)
  if (/^[#/^!]/.test(word) || word === 'else') return ''
  return expression(inner)
}

/** Text of an ERB tag. */
export function plainErb(inner: string, { inAddress }: TagPlace): string {
  if (!inner.startsWith('=')) return ''
  const literal = /(["'])(.*?)\1/s.exec(inner)?.[2]
  if (inAddress) return literal?.replace(/\s/g, '%20') ?? ''
  return literal === undefined ? expression(inner.slice(1)) : plainWords(literal)
}

/** A replacement on one line: a tag's own line ends are given back after it. */
export function paragraphOf(text: string, inAddress: boolean): string {
  const line = text.replace(/\s+/g, (blanks) => (blanks.includes('\n') ? ' ' : blanks))
  return inAddress ? line : line.trim()
}

function expression(inner: string): string {
  return plainWords(inner.replace(/\|.*$/s, ''))
}

/** What a reader sees where something would have been put in: its name and its arguments. */
function missing(word: string, inner: string): string {
  const args = plainWords(inner.slice(word.length).replace(/["'=]/g, ' '))
  return `(${[plainWords(word), args].filter(Boolean).join(' ')})`
}

function bold(title: string | undefined): string {
  const words = plainWords(title ?? '')
  return words === '' ? '' : `**${words.replaceAll('*', '\\*')}**`
}

function linkTo(address: string | undefined): string {
  if (address === undefined || address === '') return ''
  const target = address.replace(/[<>\s]/g, (character) => encodeURIComponent(character))
  if (/^https?:/i.test(target)) return `<${target}>`
  return `[${plainWords(target.split('/').at(-1) || target)}](<${target}>)`
}

/** Text without the marks of templates and of HTML, so that a replacement never makes a new tag. */
function plainWords(text: string): string {
  return text
    .replace(/[{}<>`[\]]|%(?=[}>])/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** `name="value"` and bare values (`0`, `1`, ...) of a tag. */
function argumentsOf(text: string): Map<string, string> {
  const args = new Map<string, string>()
  let bare = 0
  const argument = /(?:([\w-]+)[ \t]*=[ \t]*)?(?:"([^"]*)"|'([^']*)'|([^\s"'=]+))/g
  for (const [, name, double, single, word] of text.matchAll(argument)) {
    args.set(name ?? String(bare), double ?? single ?? word ?? '')
    if (name === undefined) bare += 1
  }
  return args
}
