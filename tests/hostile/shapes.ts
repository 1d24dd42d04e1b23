/** Characters of each text: what a message may have, and far more than time in the square of it allows. */
const LENGTH = 50_000

const units: Readonly<Record<string, string>> = {
  'angle brackets': '<',
  brackets: '[',
  parentheses: '(',
  stars: '*',
  underscores: '_',
  backticks: '`',
  'exclamation marks': '!',
  braces: '{',
  bars: '|',
  quotations: '>',
  items: '- ',
  'indented items': ' - ',
  'quotations and items': '> - ',
  headings: '#',
  'headings on lines': '\n#',
  backslashes: '\\',
  ampersands: '&',
  blanks: ' ',
  tabs: '\t',
  lines: '\n',
  'lines of Windows': '\r\n',
  'line separators': '\u2028',
  'open comments': '<!--',
  'ends of comments': '-->',
  comments: '<!--a-->',
  'targets of links': '](',
  links: '[a](b',
  'double braces': '{{',
  'template tags': '{%',
  'template comments': '{% comment %}',
  'attribute lists': '{: .a ',
  'attribute lists after links': '){a="',
  'comments of kramdown': '{::comment}',
  'highlighted code': '{% highlight a',
  colons: ':::',
  'call-outs of MkDocs': '!!! a ',
  'tabs of MkDocs': '    === "a"\n',
  tildes: '~',
  'equals signs': '=',
  dots: '. ',
  slashes: '/',
  'double quotes': '"',
  'CSS comments': '/*',
  'addresses of mail': 'a@a@a',
  'mail and dots': 'a@a.',
  'addresses of the web': 'https://a.b/, ',
  references: '(#1 ',
  words: 'a',
  'words of why': 'not a ',
  'open elements': '<pre>',
  'open tags': '<a href=',
  'unknown tags': '<ab> ',
  'closed code': '```\na\n',
  'one-line tables': '|a\n|-\n',
  mixed: '*a [b](c "d") `e` <f> {{ g }} &h; _i_ ~j~ | !k # l > m\n- n\n',
}

/**
 * Texts that no person writes, by name. Each goes on for 50,000 characters and then ends differently, because most
 * patterns only become slow where they fail; each stands also 26 times alone, where a pattern that doubles its time
 * with each repetition needs minutes.
 */
export const shapes: ReadonlyMap<string, string> = new Map(
  Object.entries(units).flatMap(([name, unit]) => [
    [name, `${unit.repeat(LENGTH / unit.length)}x`],
    [`a few ${name}`, `${unit.repeat(26)}x`],
  ]),
)
