/**
 * Makes the addresses that Astro puts into the head of a page relative (absolute below the base on 404.html), by what
 * the page itself says in `data-root`. Nothing below the head is touched: that is content.
 */
export function relativeHead(html: string): string {
  const end = html.indexOf('</head>')
  if (end === -1) return html
  const head = html.slice(0, end)
  const root = /<html[^>]* data-root="([^"]*)"/.exec(head)?.[1]
  return root === undefined
    ? html
    : head.replaceAll(/ (href|src)="\/_whybook\//g, ` $1="${root}_whybook/`) + html.slice(end)
}
