/**
 * Text without the marks of templates, of HTML and of lists of attributes, on one line: a replacement never makes a
 * new tag.
 */
export function plainWords(text: string): string {
  return text
    .replace(/[{}<>`[\]]|%(?=[}>])/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** What a reader sees where something would have been put in: its name and its arguments. */
export function tokenText(word: string, rest: string): string {
  const text = plainWords(`${word} ${rest.replace(/["'=]/g, ' ')}`)
  return text === '' ? '' : `(${text.slice(0, 200)})`
}

/** Words in bold type, all of them; nothing for nothing. */
export function bold(words: string): string {
  const text = plainWords(words).replaceAll('*', '').trim()
  return text === '' ? '' : `**${text}**`
}

/** An address in the form that Markdown takes in angle brackets. */
function inBrackets(address: string): string {
  return `<${address.replace(/[<>\n\r]/g, (character) => encodeURIComponent(character)).replace(/[{}]/g, encodeURIComponent)}>`
}

/** A link; without words the address is its text, or the name of the file. */
export function linkTo(address: string | undefined, words = ''): string {
  if (address === undefined || address.trim() === '') return plainWords(words)
  const target = address.trim()
  const text = plainWords(words)
  if (text === '' && /^https?:/i.test(target) && !/[\s<>{}]/.test(target)) return `<${target}>`
  return `[${text || plainWords(target.split('/').findLast(Boolean) ?? target)}](${inBrackets(target)})`
}

/** An image with its text. */
export function imageOf(address: string, words: string): string {
  return `![${plainWords(words)}](${inBrackets(address.trim())})`
}
