/**
 * Makes the addresses that Astro puts into the head of a page relative (absolute below the base on 404.html), by what
 * the page itself says in `data-root`. Nothing below the head is touched: that is content.
 */
export function relativeAssets(html: string): string {
  const end = html.indexOf('</head>')
  const root = /<html[^>]* data-root="([^"]*)"/.exec(html)?.[1]
  if (end === -1 || root === undefined) return html
  return html.slice(0, end).replaceAll(/ (href|src)="\/_whybook\//g, ` $1="${root}_whybook/`) + html.slice(end)
}
