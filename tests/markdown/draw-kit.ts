import type { Nodes } from 'hast'
import { htmlToHast } from 'satteri'
import { type Rendered, type RenderOptions, renderMarkdown } from '../../src/markdown/render.ts'

/** Options that resolve every address to itself. */
export const plainOptions: RenderOptions = {
  bodyLine: 1,
  dropTitle: false,
  numberSections: false,
  remoteImages: 'allow',
  link: (target) => ({ href: target, external: /^https?:/i.test(target) }),
  image: (src) => ({ src }),
}

export function draw(body: string, options: Partial<RenderOptions> = {}): Rendered {
  return renderMarkdown(body, { ...plainOptions, ...options })
}

/** HTML of a page, without line ends between elements. */
export function html(body: string, options: Partial<RenderOptions> = {}): string {
  return draw(body, options).html.replace(/>\s*\n\s*</g, '><')
}

const PAGE_ELEMENTS = new Set(
  `a abbr b blockquote br caption cite code dd del details div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img input
  ins kbd li ol p picture pre q rp rt ruby s samp section span strong sub summary sup table tbody td tfoot th thead tr
  ul var`.split(/\s+/),
)
const REASON_ELEMENTS = new Set('a b blockquote br code del em i kbd li ol p pre s strong sub sup ul'.split(' '))
const ATTRIBUTES = new Set(
  `abbr alt ariaDescribedBy ariaLabel checked className colSpan dataFootnoteBackref dataFootnoteRef dataFootnotes decoding
  dir disabled headers height href id lang loading name open referrerPolicy rel reversed role rowSpan scope src start
  tabIndex title type value width`.split(/\s+/),
)
/** Icons of call-outs: the only SVG that we write ourselves. */
const ICON =
  /<svg class="i" viewBox="0 0 24 24" aria-hidden="true">(?:<(?:path d="[\w\s.,-]+"|circle cx="12" cy="12" r="10")\/>)+<\/svg>/g

/**
 * What a browser would find in HTML that must not be there; empty when it is safe. Looks at the parsed tree, with
 * lists of its own, so that a hole in the sanitiser's lists shows.
 */
export function dangersIn(source: string, where: 'page' | 'reason'): string[] {
  const dangers: string[] = []
  const elements = where === 'page' ? PAGE_ELEMENTS : REASON_ELEMENTS
  const visit = (node: Nodes): void => {
    if (node.type === 'comment' || node.type === 'doctype' || node.type === 'raw') dangers.push(node.type)
    if (node.type === 'element') {
      const { tagName, properties } = node
      if (!elements.has(tagName)) dangers.push(`<${tagName}>`)
      for (const [name, value] of Object.entries(properties)) {
        if (!ATTRIBUTES.has(name)) dangers.push(`${tagName}@${name}`)
        if (name === 'href' && !isSafeHref(String(value), where)) dangers.push(`href=${String(value)}`)
        if (name === 'src' && !/^(?:https:\/\/|[^:/?#\\][^:]*$|\/(?![/\\])[^:]*$|$)/.test(String(value)))
          dangers.push(`src=${String(value)}`)
        if (name === 'name' && tagName !== 'a') dangers.push(`${tagName}@name`)
        if (name === 'id' && shadows(String(value))) dangers.push(`id=${String(value)}`)
      }
      if (tagName === 'input' && (properties['type'] !== 'checkbox' || properties['disabled'] !== true))
        dangers.push('input')
      if (properties['src'] !== undefined && tagName !== 'img') dangers.push(`${tagName}@src`)
    }
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(htmlToHast(source.replace(ICON, ''), { fragment: true }))
  return dangers
}

function isSafeHref(href: string, where: 'page' | 'reason'): boolean {
  const address = href.replace(/[\0-\x20]/g, '')
  if (/^https?:/i.test(address)) return true
  if (where === 'reason') return false
  return /^(?:mailto|tel):/i.test(address) || !/^[^/?#]*:/.test(address)
}

/** Names that decide something when a script asks `document` or an object for them. */
function shadows(id: string): boolean {
  return /^(?:cookie|body|head|forms|images|links|scripts|title|domain|location|referrer|getElementById|querySelector|createElement|addEventListener|parentNode|innerHTML|childNodes|attributes|constructor|__proto__|prototype|hasOwnProperty|toString|valueOf|defaultView|documentElement)$/i.test(
    id,
  )
}
