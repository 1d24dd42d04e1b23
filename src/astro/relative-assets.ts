import type { AstroIntegration } from 'astro'

/** Output of a bundler, as far as it is touched here. */
type Bundle = Record<string, { type: string; fileName: string; source?: string | Uint8Array }>

/**
 * Makes addresses inside built style sheets relative to the file they stand in, so that the output works below any
 * prefix (DESIGN decision 12): all assets lie in one folder. Those in pages are made relative when
 * the page is written (`relative-head.ts`), since its depth is known then; scripts import each other by relative addresses already.
 */
export function relativeAssets(folder = '_whybook'): AstroIntegration {
  const plugin = {
    name: 'whybook:relative-assets',
    enforce: 'post' as const,
    // Chunks loaded on demand: a list of files to preload with them would name them from the server's root. Astro
    // overwrites the same setting in its own configuration, so it is made here, where Vite asks last.
    configEnvironment: () => ({ build: { modulePreload: false as const } }),
    generateBundle(_options: unknown, bundle: Bundle): void {
      for (const asset of Object.values(bundle)) {
        if (asset.type !== 'asset' || !asset.fileName.endsWith('.css') || asset.source === undefined) continue
        const css = typeof asset.source === 'string' ? asset.source : new TextDecoder().decode(asset.source)
        asset.source = css.replaceAll(`url(/${folder}/`, 'url(').replaceAll(`url("/${folder}/`, 'url("')
      }
    },
  }
  return {
    name: 'whybook:relative-assets',
    hooks: { 'astro:config:setup': ({ updateConfig }) => void updateConfig({ vite: { plugins: [plugin] } }) },
  }
}
