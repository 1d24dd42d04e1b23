import type { Route } from '../model/ids.ts'
import { escapeHtml } from '../text/escape-html.ts'
import { hrefFrom } from '../text/relative.ts'

/** A page that stands at an old address and leads on: relative, so that it works below any prefix, and without script. */
export function redirectPage(from: Route, to: Route, lang: string): string {
  const href = escapeHtml(hrefFrom(from, to))
  return `<!DOCTYPE html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8">
<title>This page has moved</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=${href}">
</head>
<body>
<p>This page has moved. <a href="${href}">It is here now.</a></p>
</body>
</html>
`
}
