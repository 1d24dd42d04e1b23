import type { AstroIntegration } from 'astro'
import { openedHandbook } from './current.ts'

/** Id of the module that lists the `.mdx` pages which may run, as Vite's module graphs know it. */
export const mdxListId = '\0virtual:whybook/mdx'

/** Serves `virtual:whybook/mdx`: from a page's path to a function that imports it. */
export function mdxList(): AstroIntegration {
  const plugin = {
    name: 'whybook:mdx-list',
    resolveId: (id: string) => (`\0${id}` === mdxListId ? mdxListId : undefined),
    load: (id: string) => (id === mdxListId ? mdxListSource(openedHandbook()?.mdxPages() ?? []) : undefined),
  }
  return {
    name: 'whybook:mdx-list',
    hooks: { 'astro:config:setup': ({ updateConfig }) => void updateConfig({ vite: { plugins: [plugin] } }) },
  }
}

function mdxListSource(pages: readonly { readonly path: string; readonly file: string }[]): string {
  const entries = pages.map(({ path, file }) => `${JSON.stringify(path)}: () => import(${JSON.stringify(file)}),`)
  return `export default {\n${entries.join('\n')}\n}\n`
}
