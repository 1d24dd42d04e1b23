import type { AstroIntegration } from 'astro'

/**
 * Makes addresses inside built style sheets and scripts relative to the file they stand in, so that the output works
 * below any prefix (DESIGN decision 12). Those in pages are rewritten by the middleware, which knows the page's depth.
 */
export function relativeAssets(): AstroIntegration {
  const vite = {
    // Chunks are loaded by relative import; a list of files to preload would name them from the server's root.
    build: { modulePreload: false as const },
    experimental: {
      renderBuiltUrl: (_file: string, { hostType }: { hostType: 'js' | 'css' | 'html' }) =>
        hostType === 'css' ? { relative: true } : undefined,
    },
  }
  return {
    name: 'whybook:relative-assets',
    hooks: { 'astro:config:setup': ({ updateConfig }) => void updateConfig({ vite }) },
  }
}
