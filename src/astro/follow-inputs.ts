import { sep } from 'node:path'
import type { AstroIntegration } from 'astro'
import { packageFolder } from './package-folder.ts'

/** Collects the files that bundles are made from and that are not ours: the `.mdx` pages and what they import. */
export function followInputs(inputs: Set<string>): AstroIntegration {
  const plugin = {
    name: 'whybook:follow-inputs',
    load: (id: string) => {
      const [file = ''] = id.split('?')
      if (isForeign(file)) inputs.add(file)
      return undefined
    },
  }
  return {
    name: 'whybook:follow-inputs',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => void updateConfig({ vite: { plugins: [plugin] } }),
    },
  }
}

/** Astro and its neighbours lie in some `node_modules`, ours in the package; virtual modules have no path. */
function isForeign(file: string): boolean {
  return file.startsWith(sep) && !file.startsWith(packageFolder + sep) && !file.split(sep).includes('node_modules')
}
