import { stringify } from 'smol-toml'
import { shellWord } from '../../text/shell-word.ts'
import { slug } from '../../text/slug.ts'
import { build, check, install, nodeVersion } from './commands.ts'
import { script } from './other.ts'
import type { Pipeline, PipelineParts } from './pipeline.ts'

/**
 * Cloudflare Pages. It previews branches of this repository alone, never those of forks. Its build command is set on
 * its own pages, so it is a script here, and one line there.
 *
 * Source: Cloudflare docs, "Pages > Wrangler configuration", "Build configuration", "Preview deployments".
 */
export function cloudflare({ branch, out, name }: PipelineParts): Pipeline {
  const settings = stringify({
    name: projectName(name),
    compatibility_date: '2026-01-01',
    pages_build_output_dir: out,
  })
  const text = script(
    'Builds the handbook on Cloudflare Pages, and checks it first on every branch but the published one.',
    [install, `if [ "\${CF_PAGES_BRANCH:-}" != ${shellWord(branch)} ]; then ${check}; fi`, build(out, null)],
  )
  return {
    files: [
      { path: 'wrangler.toml', text: `# The handbook on Cloudflare Pages.\n\n${settings}` },
      { path: '.node-version', text: `${nodeVersion}\n` },
      { path: 'scripts/build-handbook.sh', text, executable: true },
    ],
    next: [
      `On Cloudflare, create a Pages project from this repository. Production branch: ${branch}. Build command: sh scripts/build-handbook.sh`,
      'Say the address of the site with “site” in handbook.yml, for a sitemap: Cloudflare tells the build another one each time.',
      'Cloudflare does not keep .whybook between builds: history is read anew each time.',
    ],
  }
}

/** What Cloudflare takes as a name: lower case, digits and hyphens, at most 58. */
function projectName(name: string): string {
  const plain = slug(name)
    .normalize('NFKD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 58)
    .replace(/-+$/, '')
  return plain === '' ? 'handbook' : plain
}
