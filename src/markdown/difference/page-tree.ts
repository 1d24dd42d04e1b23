import type { Root } from 'hast'
import { translateAlone } from '../dialects/translate.ts'
import { draw } from '../draw.ts'
import type { Addresses } from '../draw-addresses.ts'
import { anchorHeadings } from '../ids.ts'
import { parseMarkdown } from '../parse.ts'
import { sanitise } from '../sanitise.ts'

/** Links and pictures stay as they are written: what they lead to today says nothing of a version of long ago. */
const asWritten: Addresses = {
  link: (target) => ({ href: target, external: /^[a-z][a-z0-9+.-]*:/i.test(target) }),
  image: (src) => ({ src }),
  remoteImages: 'allow',
}

/**
 * Safe tree of a version of a page, to be compared: its title stands in it, links and pictures are as written.
 *
 * @param body - Markdown after the front matter
 * @returns null for what is not drawn either, see `parseMarkdown`
 */
export function pageTree(body: string): Root | null {
  const { root } = parseMarkdown(translateAlone(body).text, { places: false })
  if (root === null) return null
  anchorHeadings(root)
  draw(root, asWritten)
  return sanitise(root)
}
