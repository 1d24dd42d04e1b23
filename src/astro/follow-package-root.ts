import type { AstroIntegration } from 'astro'

/**
 * Moves Astro's root from the cache folder to the package. Begun in the package, Astro would write `.astro/` into an
 * install that may be read-only; left in the cache folder, it would not find its own modules (ASTRO.md 2).
 */
export function followPackageRoot(packageRoot: URL): AstroIntegration {
  return {
    name: 'whybook:root',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        // The public type says string; Astro merges after it has resolved strings to URLs.
        updateConfig({ root: packageRoot as never })
      },
    },
  }
}
