import type { Dialect, Form, Tag, TagPlace } from './dialect.ts'
import { betweenMarks } from './marks.ts'
import { textOfValue, valueAt } from './value.ts'
import { imageOf, linkTo, plainWords, tokenText } from './words.ts'

/** ERB, as Middleman has it. */
export const erb: Dialect = {
  name: 'erb',
  what: 'ERB tags',
  find: (text, isCode) =>
    betweenMarks(text, isCode, [{ open: '<%', close: '%>' }], ({ inner, start, end }) => ({
      start,
      end,
      word: inner.startsWith('=') ? '=' : inner.startsWith('#') ? '#' : '',
      rest: inner.replace(/^[=#-]+|-$/g, '').trim(),
      role: 'single',
    })),
  form,
}

function form({ word, rest }: Tag, { inAddress, page }: TagPlace): Form {
  // Only `<%= %>` writes something.
  if (word !== '=') return { kind: 'text', text: '', unknown: word === '' }
  const literals = [...rest.matchAll(/"([^"]*)"|'([^']*)'/g)].map(([, double, single]) => double ?? single ?? '')
  const [first, second] = literals
  if (inAddress) return { kind: 'text', text: (first ?? '').replace(/[\s<>{}]/g, encodeURIComponent) }
  if (/^link_to\b/.test(rest) && first !== undefined && second !== undefined)
    return { kind: 'text', text: linkTo(second, first) }
  if (/^image_tag\b/.test(rest) && first !== undefined)
    return { kind: 'text', text: imageOf(first, /\balt:\s*["']([^"']*)/.exec(rest)?.[1] ?? '') }
  if (/^(?:partial|render)\b/.test(rest) && first !== undefined) {
    const text = page.include(first, 'includes', new Map())
    return text === null ? { kind: 'text', text: tokenText('include', first) } : { kind: 'markdown', text }
  }
  const [, key] = /^(?:current_page\.data|frontmatter|page)\.([\w.]+)$/.exec(rest) ?? []
  const value = key === undefined ? undefined : valueAt(page.frontMatter, key.split('.'))
  if (value !== undefined) return { kind: 'text', text: plainWords(textOfValue(value)) }
  return { kind: 'text', text: plainWords(first ?? rest), unknown: first === undefined }
}
