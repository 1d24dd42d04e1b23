import { escapeHtml } from '../text/escape-html.ts'

/**
 * HTML that may stand on a page as it is. Only {@link html} makes it, so that no text of a view is ever taken for it.
 */
class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export type { Html }

/** What may stand in a template: text, which is escaped, or HTML, which is not. Null and false leave nothing. */
export type Value = string | number | Html | null | false | readonly Value[]

/**
 * HTML by a template. For what a page repeats a hundred times: a component of Astro costs twenty times as much. Every
 * value is escaped for text and for attributes in double quotes; attributes without quotes are a mistake.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  let text = parts[0] ?? ''
  for (let at = 0; at < values.length; at += 1) text += written(values[at] as Value) + (parts[at + 1] ?? '')
  return new Html(text)
}

function written(value: Value): string {
  if (typeof value === 'string') return escapeHtml(value)
  if (typeof value === 'number') return String(value)
  if (value === null || value === false) return ''
  if (value instanceof Html) return value.text
  let text = ''
  for (const each of value) text += written(each)
  return text
}
