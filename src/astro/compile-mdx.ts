import { satteri } from '@astrojs/markdown-satteri'
import mdx from '@astrojs/mdx'
import type { AstroIntegration } from 'astro'
import type { HastPluginInput } from 'satteri'

/**
 * Alignment of table cells comes as `style=`, which the content security policy refuses: a class says the same. Heads
 * say what they stand over.
 */
const tableCells: HastPluginInput = {
  name: 'whybook:table-cells',
  element: [
    {
      filter: ['td', 'th'],
      visit: (node, context) => {
        const [, side] = /text-align:\s*(left|center|right)/.exec(String(node.properties?.['style'] ?? '')) ?? []
        context.setProperty(node, 'style', undefined)
        if (side !== undefined) context.setProperty(node, 'className', [`align-${side}`])
        // Markdown has heads of columns only.
        if (node.tagName === 'th') context.setProperty(node, 'scope', 'col')
      },
    },
  ],
}

/** `.mdx` as Astro pages; smart punctuation is off because it is super-linear in Sätteri (SECURITY decision 4). */
export function compileMdx(): AstroIntegration {
  return mdx({ processor: satteri({ features: { smartPunctuation: false }, hastPlugins: [tableCells] }) })
}
