/**
 * What a server adds to each answer. The policy for scripts and styles stands in the pages themselves, since several
 * hosts send no headers of ours; these three cannot stand there (SECURITY decision 4). `'self'`, because a page may
 * show our own diagram page in a frame.
 */
export const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy': "frame-ancestors 'self'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
}

/** Files that tell hosts to send {@link headers}: Netlify and Cloudflare Pages, and Apache. */
export const headerFiles: readonly (readonly [path: string, text: string])[] = [
  ['_headers', `/*\n${lines(([name, value]) => `  ${name}: ${value}`)}`],
  [
    '.htaccess',
    `<IfModule mod_headers.c>\n${lines(([name, value]) => `  Header set ${name} "${value}"`)}</IfModule>\n`,
  ],
]

function lines(write: (header: [string, string]) => string): string {
  return Object.entries(headers)
    .map((header) => `${write(header)}\n`)
    .join('')
}
