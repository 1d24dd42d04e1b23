import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { AstroInlineConfig, AstroIntegration } from 'astro'
import { openedHandbook } from './current.ts'
import { followPackageRoot } from './follow-package-root.ts'
import { mdxList } from './mdx-list.ts'
import { packageFolder } from './package-folder.ts'
import { relativeAssets } from './relative-assets.ts'

/** What differs between a build, the development server and plain `astro build` in the checkout. */
export interface SiteSettings {
  readonly command: 'build' | 'dev'
  /** Writable cache folder of this handbook: Astro's root to begin with. */
  readonly work: string
  /** Folder that Astro writes into. */
  readonly out: string
  readonly logLevel?: 'error' | 'warn' | 'info' | 'debug' | 'silent'
  readonly server?: { readonly port?: number; readonly host?: string }
  readonly integrations?: readonly AstroIntegration[]
}

/**
 * Configuration that runs the site from wherever Whybook is installed. Every odd line was found by a failure,
 * which ASTRO.md 2 names; nothing of the handbook's folder (tsconfig, .env, postcss, public) is read.
 *
 * Call it after `setHandbook`: `.mdx` is compiled only when the open handbook allows some.
 */
export async function siteConfig(settings: SiteSettings): Promise<AstroInlineConfig> {
  const { command, work, out } = settings
  const own = pathToFileURL(`${packageFolder}/`)
  return {
    configFile: false,
    root: work,
    cacheDir: join(work, 'cache'),
    srcDir: fileURLToPath(new URL('src/', own)),
    publicDir: fileURLToPath(new URL('src/public/', own)),
    outDir: out,
    output: 'static',
    trailingSlash: 'always',
    devToolbar: { enabled: false },
    logLevel: settings.logLevel ?? 'warn',
    // Astro's default drops the space where a formatter breaks a line of a template; this keeps one.
    compressHTML: true,
    markdown: { syntaxHighlight: false },
    // Small scripts and styles inline would break the content security policy.
    build: { inlineStylesheets: 'never', assets: '_whybook' },
    server: { ...settings.server },
    integrations: [
      followPackageRoot(own),
      mdxList(),
      relativeAssets(),
      ...(await mdxCompiler()),
      ...(settings.integrations ?? []),
    ],
    vite: {
      cacheDir: join(work, 'vite'),
      envDir: false,
      css: { postcss: { plugins: [] } },
      // What lies in the output's folder already is ours: the search index.
      build: { assetsInlineLimit: 0, emptyOutDir: false },
      // In dev the same line makes every request hang.
      environments: command === 'build' ? { prerender: { resolve: { noExternal: true } } } : {},
      // Else every file of the repository and of the checkout would be answered for below `/@fs/`.
      server: { fs: { strict: true, allow: [work, ...ourSources, ...mdxFolders()] } },
    },
  }
}

/** What pages are drawn with. */
const ourSources = ['src', 'node_modules'].map((name) => join(packageFolder, name))

/** Folders of the pages that are code: what they import lies beside them. */
function mdxFolders(): readonly string[] {
  return [...new Set((openedHandbook()?.mdxPages() ?? []).map(({ file }) => dirname(file)))]
}

/** The compiler of `.mdx`, only when there is something that may run: without it Vite cannot load any. */
async function mdxCompiler(): Promise<readonly AstroIntegration[]> {
  if ((openedHandbook()?.mdxPages() ?? []).length === 0) return []
  const { compileMdx } = await import('./compile-mdx.ts')
  return [compileMdx()]
}
