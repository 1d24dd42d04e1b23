/**
 * Brings the schemas that forges publish for their pipelines, as packages of the npm registry carry them, without their
 * descriptions, to tests/setup/schemas. Tests hold what `whybook init` writes against them.
 *
 * node scripts/schemas.ts
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'

interface Source {
  /** Package and version; its licence goes with the schema. */
  readonly name: string
  readonly file: string
  readonly licence: string
  readonly about: string
  read(text: string): unknown
}

const sources: Readonly<Record<string, Source>> = {
  'gitlab-ci': {
    name: 'gitlab-ci-local@4.75.1',
    file: 'dist/index.js',
    licence: 'MIT',
    about:
      "GitLab's schema of .gitlab-ci.yml (https://gitlab.com/gitlab-org/gitlab, MIT), as gitlab-ci-local bundles it",
    read: (text) => literalWith(text, '$id:"https://gitlab.com/.gitlab-ci.yml"'),
  },
  'github-workflow': {
    name: '@actions/workflow-parser@0.3.61',
    file: 'dist/workflow-v1.0.min.json',
    licence: 'MIT',
    about: "GitHub's own schema of workflows, in the form of its parser (https://github.com/actions/languageservices)",
    read: (text) => JSON.parse(text) as unknown,
  },
}

const folder = mkdtempSync(join(tmpdir(), 'whybook-schemas-'))
try {
  for (const [name, { name: wanted, file, licence, about, read }] of Object.entries(sources)) {
    const [packed] = JSON.parse(
      execFileSync('npm', ['pack', wanted, '--json', '--ignore-scripts'], { cwd: folder, encoding: 'utf8' }),
    ) as readonly { readonly filename: string }[]
    execFileSync('tar', ['xzf', packed?.filename ?? '', `package/${file}`], { cwd: folder })
    const schema = withoutWords(read(readFileSync(join(folder, 'package', file), 'utf8')))
    const out = join('tests', 'setup', 'schemas', `${name}.json`)
    writeFileSync(out, `${JSON.stringify({ about, package: wanted, licence, schema })}\n`)
    console.log(`${out}: ${wanted}`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** The object literal of a bundle that begins with these characters; it holds data alone and gets nothing to call. */
function literalWith(text: string, part: string): unknown {
  const start = text.lastIndexOf('{', text.indexOf(part))
  for (let end = text.indexOf('}', start); end !== -1; end = text.indexOf('}', end + 1)) {
    const literal = text.slice(start, end + 1)
    const count = (sign: string): number => literal.split(sign).length
    if (count('{') !== count('}')) continue
    try {
      return JSON.parse(JSON.stringify(runInNewContext(`(${literal})`, {}, { timeout: 1000 }))) as unknown
    } catch {
      // A brace in a text: the literal goes on.
    }
  }
  throw new Error(`The bundle has no object with ${part}.`)
}

/** Descriptions are most of a schema, and nothing is judged by them. */
function withoutWords(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWords)
  if (typeof value !== 'object' || value === null) return value
  const words = ['description', 'markdownDescription', 'context', 'examples']
  const kept = Object.entries(value).filter(([key, inner]) => !words.includes(key) || isDefinition(inner))
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutWords(inner)]))
}

/** A property that is itself called `description`. */
function isDefinition(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
