import type { SectionView } from '../../model/view.ts'
import type { Addresses } from '../draw-addresses.ts'
import { mayHaveEmoji } from '../emoji.ts'
import { findFences } from '../front-matter-fences.ts'
import { renderMarkdown } from '../render.ts'
import { isTwisted } from '../twisted.ts'
import { escapeText } from '../write.ts'
import { loadEmojiNames } from './emoji-names.ts'

/** A page as a browser draws it. */
export interface BrowserPage {
  /** Safe HTML, without a title; code has no colours. */
  readonly html: string
  /** H2 and H3, in order. */
  readonly sections: readonly SectionView[]
  /** Readable plain text, one line a block. */
  readonly text: string
}

/** Longer texts take this parser more than a second. */
const LONGEST = 500_000

/**
 * Draws a page's source in the reader's browser, as the build draws it: the same dialects, drawing and sanitiser, with
 * another parser below them (`#markdown/engine`). Where the two differ is kept in `handbook/reference/renderers.md`.
 *
 * Nothing of it touches the document of the page that calls it. Never throws on content.
 *
 * @param file - text of the file, with its front matter, which is not shown
 * @param addresses - where links and images lead; what it answers is checked again
 */
export async function renderInBrowser(file: string, addresses: Addresses): Promise<BrowserPage> {
  const source = file.startsWith('\uFEFF') ? file.slice(1) : file
  const fences = findFences(source)
  if (fences.kind === 'broken') return sentence(fences.reason)
  const body = fences.kind === 'none' ? source : fences.body
  if (body.length > LONGEST || isTwisted(body)) return sentence('This page is too large to be shown here.')
  if (mayHaveEmoji(body)) await loadEmojiNames()
  const { html, sections, text } = renderMarkdown(body, {
    ...addresses,
    bodyLine: 1,
    dropTitle: null,
    numberSections: null,
  })
  return { html, sections, text }
}

function sentence(words: string): BrowserPage {
  return { html: `<p>${escapeText(words)}</p>`, sections: [], text: words }
}
