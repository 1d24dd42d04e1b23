/**
 * Text without the characters at its end that `edge` matches.
 *
 * Linear, unlike `replace(/x+$/, '')`, which begins anew at each `x` of a run that ends before the text does and so
 * takes seconds for 50,000 slashes or blanks with a letter behind them.
 *
 * @param edge - matches one character; without the flags `g` and `y`
 */
export function withoutEnd(text: string, edge: RegExp): string {
  let end = text.length
  while (end > 0 && edge.test(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}

/** The same at both ends. */
export function withoutEdges(text: string, edge: RegExp): string {
  const left = withoutEnd(text, edge)
  let start = 0
  while (start < left.length && edge.test(left.charAt(start))) start += 1
  return left.slice(start)
}
