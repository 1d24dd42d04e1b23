/** C0, DEL, C1, line and paragraph separators, and everything that steers the direction of text. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu

const PLAIN = /^[\x20-\x7e]*$/

/**
 * Text that is safe to show in a terminal and on a page: control and direction characters become their
 * code point (`⟨U+202E⟩`), so that they can be seen and do nothing; half surrogates become U+FFFD.
 *
 * @param options.lines - keeps line feeds and tabs, and turns CRLF into line feeds; else a tab is shown as a space
 */
export function visible(text: string, options: { readonly lines?: boolean } = {}): string {
  // Most names and titles are plain ASCII, and pages show thousands of them.
  if (PLAIN.test(text)) return text
  const lines = options.lines === true
  const source = lines ? text.replaceAll('\r\n', '\n') : text.replaceAll('\t', ' ')
  return source
    .toWellFormed()
    .replace(CONTROL, (character) => (lines && /[\n\t]/.test(character) ? character : codePoint(character)))
}

function codePoint(character: string): string {
  const number = character.codePointAt(0) ?? 0
  return `⟨U+${number.toString(16).toUpperCase().padStart(4, '0')}⟩`
}
