import type { Root } from 'hast'
import { type Schema, sanitize } from 'hast-util-sanitize'
import { STRIPPED } from './text-of.ts'

const footnotes = ['ariaDescribedBy', 'ariaLabel', 'dataFootnoteBackref', 'dataFootnoteRef'] as const

/**
 * What may stand on a page: GitHub's elements and `abbr figure figcaption cite details summary`, plus `caption`,
 * which a table cannot lose without losing its shape. No style, no event, no form, no frame, no script, no id or
 * address that was not looked at before.
 */
const schema: Schema = {
  tagNames:
    `a abbr b blockquote br caption cite code dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img
    input ins kbd li ol p picture pre q rp rt ruby s samp section span strong sub summary sup table tbody td tfoot th
    thead tr ul var`.split(/\s+/),
  attributes: {
    '*': ['dir', 'id', 'lang', 'title'],
    a: [
      ...footnotes,
      'href',
      'name',
      ['className', 'external', 'data-footnote-backref'],
      ['rel', 'noopener', 'noreferrer'],
    ],
    code: [['className', /^language-[\w+#.-]{1,40}$/]],
    details: ['open'],
    div: [
      ['className', /^callout(?:-\w+)?$/, 'center', 'end'],
      ['role', 'note'],
    ],
    figure: [['className', 'mermaid-source']],
    h2: [['className', 'sr']],
    img: [
      'alt',
      'src',
      'width',
      'height',
      ['loading', 'lazy'],
      ['decoding', 'async'],
      ['referrerPolicy', 'no-referrer'],
    ],
    input: ['checked', ['disabled', true], ['type', 'checkbox']],
    li: [['className', 'task-list-item'], 'value'],
    ol: [['className', 'contains-task-list'], 'reversed', 'start'],
    p: [['className', 'center', 'end']],
    section: ['dataFootnotes', ['className', 'footnotes']],
    span: [['className', /^hljs-[\w-]{1,40}$/, /^[a-z_]{1,30}_$/]],
    td: ['colSpan', 'rowSpan', 'headers', ['className', 'center', 'end']],
    th: [
      'abbr',
      'colSpan',
      'rowSpan',
      'headers',
      ['scope', 'col', 'row', 'colgroup', 'rowgroup'],
      ['className', 'center', 'end'],
    ],
    ul: [['className', 'contains-task-list']],
  },
  protocols: { href: ['http', 'https', 'mailto', 'tel'], src: ['https'] },
  required: { input: { disabled: true, type: 'checkbox' } },
  ancestors: Object.fromEntries('caption tbody td tfoot th thead tr'.split(' ').map((name) => [name, ['table']])),
  strip: [...STRIPPED],
  // Ids were prefixed where they could shadow a name of the DOM (`ids.ts`); a second prefix would break links.
  clobber: [],
}

/** Elements and attributes that a reason may hold: a few words, lists, code, links. */
const small: Schema = {
  tagNames: 'a b blockquote br code del em i kbd li ol p pre s strong sub sup ul'.split(' '),
  attributes: {
    a: ['href', ['className', 'external'], ['rel', 'noopener', 'noreferrer']],
    ol: ['start'],
  },
  protocols: { href: ['http', 'https'] },
  strip: [...STRIPPED],
  clobber: [],
}

/**
 * The one sanitiser (SECURITY decision 3): a new tree with nothing in it but what the allow-list names. Whatever
 * comes from content passes through it last; afterwards only things of our own making are added.
 *
 * @param allow - `small` for reasons
 */
export function sanitise(tree: Root, allow: 'page' | 'small' = 'page'): Root {
  return sanitize(tree, allow === 'page' ? schema : small) as Root
}
