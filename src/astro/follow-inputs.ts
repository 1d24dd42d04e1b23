import { isAbsolute, join, sep } from 'node:path'
import type { AstroIntegration } from 'astro'
import { packageFolder } from './package-folder.ts'

/** Collects the files that bundles are made from and that are not ours: the `.mdx` pages and what they import. */
export function followInputs(inputs: Set<string>): AstroIntegration {
  const plugin = {
    name: 'whybook:follow-inputs',
    // First, since the one that loads a file ends the question.
    enforce: 'pre' as const,
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

/** Astro and its neighbours lie in some `node_modules`, ours in `src`; virtual modules have no path. */
function isForeign(file: string): boolean {
  const isOurs = file.startsWith(join(packageFolder, 'src') + sep)
  return isAbsolute(file) && !isOurs && !file.split(sep).includes('node_modules')
}
