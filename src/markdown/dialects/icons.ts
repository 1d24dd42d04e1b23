import type { Dialect } from './dialect.ts'

const ICON = /:(?:material|fontawesome|octicons|simple|lucide)-[a-z\d-]{1,80}:(?:\{[^{}\n]{0,80}\})?/g

/** Icons of Material for MkDocs: pictures beside words that say it. */
export const icons: Dialect = {
  name: 'mkdocs',
  what: 'MkDocs blocks',
  find: (text, isCode) =>
    text.includes(':')
      ? [...text.matchAll(ICON)]
          .filter(({ index }) => !isCode(index))
          .map(({ 0: all, index }) => ({ start: index, end: index + all.length, word: '', rest: '', role: 'single' }))
      : [],
  form: () => ({ kind: 'text', text: '' }),
}
