import type { BrowserPage } from '../markdown/browser/render.ts'
import type { Addresses } from '../markdown/draw-addresses.ts'

/**
 * Draws a page's source as the build would, in the reader's browser. The renderer is a file of its own, loaded at the
 * first call; code that calls this costs a page nothing until then.
 *
 * @param file - text of a Markdown file, front matter included
 * @param addresses - where its links and images lead
 */
export async function drawSource(file: string, addresses: Addresses): Promise<BrowserPage> {
  const { renderInBrowser } = await import('../markdown/browser/render.ts')
  return renderInBrowser(file, addresses)
}
