const SIGNS = /[&<>"']/
const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text for HTML and XML, in content and in quoted attributes. */
export function escapeHtml(text: string): string {
  return SIGNS.test(text) ? text.replaceAll(/[&<>"']/g, (sign) => escapes[sign] ?? sign) : text
}
