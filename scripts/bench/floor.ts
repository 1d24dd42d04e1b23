/**
 * The floor of the benchmark: one bare Astro route that reads the same Markdown files, renders them with Sätteri and
 * writes them, nothing else. Run in a process of its own: node scripts/bench/floor.ts CONTENT_FOLDER OUT
 */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'astro'

const [content, out] = process.argv.slice(2)
if (content === undefined || out === undefined) throw new Error('usage: floor.ts CONTENT_FOLDER OUT')
const project = join(out, 'project')
mkdirSync(join(project, 'src/pages'), { recursive: true })
writeFileSync(join(project, 'package.json'), '{"type":"module"}')
symlinkSync(fileURLToPath(new URL('../../node_modules', import.meta.url)), join(project, 'node_modules'))
const satteri = import.meta.resolve('satteri')
writeFileSync(
  join(project, 'src/pages/[...slug].astro'),
  `---
import { globSync, readFileSync } from 'node:fs'
export function getStaticPaths() {
  const folder = ${JSON.stringify(content)}
  return globSync('**/*.{md,markdown}', { cwd: folder, exclude: (name) => name === '.git' || name === 'node_modules' })
    .map((file) => ({ params: { slug: file.replace(/\\.\\w+$/, '') }, props: { file: folder + '/' + file } }))
}
const { markdownToHtml } = await import(/* @vite-ignore */ ${JSON.stringify(satteri)})
const { html } = markdownToHtml(readFileSync(Astro.props.file, 'utf8'), { features: { gfm: true, frontmatter: true } })
---
<html lang="en"><head><meta charset="utf-8"><title>{Astro.params.slug}</title></head><body><Fragment set:html={html} /></body></html>
`,
)
process.chdir(project)
await build({
  configFile: false,
  root: project,
  outDir: join(out, 'site'),
  logLevel: 'error',
  devToolbar: { enabled: false },
  vite: { logLevel: 'error' },
})
