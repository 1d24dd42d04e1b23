import { createHash } from 'node:crypto'
import type { DialectHandbook } from '../markdown/dialects/dialect.ts'
import { translate, translateAlone } from '../markdown/dialects/translate.ts'
import { readFrontMatter } from '../markdown/front-matter.ts'
import { outlineOf } from '../markdown/outline.ts'
import { ownVisibility } from '../markdown/visibility.ts'
import type { FolderRule } from '../model/configuration.ts'
import { type Finding, finding, type Level } from '../model/finding.ts'
import type { Audience, FrontMatter, Kind } from '../model/front-matter.ts'
import type { RepoPath } from '../model/ids.ts'
import type { LineMap, Outline } from '../model/page.ts'
import { decodeText } from '../text/decode.ts'
import { isMdx } from './file-names.ts'
import { mdxText } from './mdx-text.ts'
import type { OutlineStore } from './outline-store.ts'
import { isRecord, recordFrontMatter } from './record.ts'

/** A file that may be published, before it is known which address and title it gets. */
export interface PageSource {
  readonly path: RepoPath
  readonly kind: Kind
  readonly audience: Audience
  readonly frontMatter: FrontMatter
  /** Jekyll's `redirect_to`: the page is only a sign to another. */
  readonly redirectTo: string | null
  /** Markdown after the front matter; of an `.mdx` page what it shows. */
  readonly body: string
  readonly bodyLine: number
  /** What is drawn, and the lines of `body` that it was made from. */
  readonly text: string
  readonly lines: LineMap
  readonly digest: string
  /** Stands for what is drawn. */
  readonly drawn: string
  readonly outline: Outline
  readonly isMdx: boolean
}

/** What decides whether a file may be published. */
export interface Gate {
  readonly audience: Audience
  readonly trusted: boolean
  /** True where the configuration lets `.mdx` run. */
  allowsMdx(path: RepoPath): boolean
  /** Folders that hold records of decisions, by the settings of those who keep them. */
  readonly recordFolders: ReadonlySet<string>
  /** What pages in the languages of other generators may ask for; null: nothing is known. */
  readonly dialects: DialectHandbook | null
  /** Outlines known from before, by digest. */
  readonly outlines: OutlineStore | null
  /** Bytes above which a page is called large. */
  readonly largePage: number
}

/**
 * Reads one file. Visibility is decided before anything else is looked at: of a page that this build may not
 * publish, nothing but the fact comes back.
 *
 * @returns `source` null when the file is withheld: a draft, an internal page of a public build, or one that cannot
 *   be trusted to say which it is
 */
export function readPageSource(
  path: RepoPath,
  bytes: Buffer,
  rule: FolderRule,
  gate: Gate,
): { readonly source: PageSource | null; readonly findings: readonly Finding[] } {
  const findings: Finding[] = []
  const say = (rule: string, level: Level, reason: string, place: { line?: number; column?: number } = {}): void => {
    findings.push(finding(`pages/${rule}`, level, reason, { path, ...place }))
  }
  const withheld = () => ({ source: null, findings })

  const { text, problem } = decodeText(bytes)
  if (problem?.kind === 'nul') {
    say('encoding', 'error', 'The file has a NUL character, so it is no text. The page is withheld.', problem)
    return withheld()
  }
  if (text.startsWith('version https://git-lfs.github.com/spec/')) {
    say(
      'lfs',
      'error',
      'This is a pointer of Git LFS, not the page: run “git lfs pull” before the build. The page is withheld.',
    )
    return withheld()
  }
  const { data, raw, body, bodyLine, withheld: isUnclear, findings: own } = readFrontMatter(text, path)
  const kind = data.kind ?? rule.kind ?? (isRecord(path, gate.recordFolders, raw, body) ? 'decision' : 'page')
  const frontMatter = kind === 'decision' ? recordFrontMatter(path, data, raw, body) : data
  // “superseded by ADR-0005” is no status of ours and was read all the same.
  findings.push(...own.filter(({ reason }) => frontMatter.status === data.status || !reason.startsWith('`status`')))
  if (isUnclear) return withheld()
  const audience = rule.audience === 'internal' ? 'internal' : (data.audience ?? rule.audience ?? 'public')
  if (rule.audience === 'internal' && data.audience === 'public') {
    say('audience', 'warning', 'The page says “audience: public”, but its folder is internal; it stays internal.', {
      line: 1,
    })
  }
  const isDraft = ownVisibility(path, { data, withheld: isUnclear }) === 'draft'
  if (gate.audience === 'public' && (isDraft || audience === 'internal')) return withheld()

  const mdx = isMdx(path)
  if (mdx && !gate.trusted) {
    say('mdx', 'warning', 'MDX is code and does not run in a build of what an outsider proposed. The page is withheld.')
    return withheld()
  }
  if (mdx && !gate.allowsMdx(path)) {
    say(
      'mdx',
      'error',
      'MDX is code; name its folder under “mdx” in handbook.yml to let it run, or rename the file to .md. The page is withheld.',
    )
    return withheld()
  }
  if (problem?.kind === 'not-utf8') {
    say('encoding', 'error', 'The file is not UTF-8; from here on characters may be lost. Save it as UTF-8.', problem)
  }
  if (problem?.kind === 'utf16')
    say('encoding', 'warning', 'The file is UTF-16; git shows no differences of it. Save it as UTF-8.', problem)
  if (bytes.length > gate.largePage) {
    say(
      'size',
      'warning',
      `The page is ${(bytes.length / 1e6).toFixed(1)} MB of text; readers and tools will be slow with it.`,
    )
  }
  const { redirect_to: redirect } = raw
  const digest = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
  const shown = mdx ? mdxText(body) : body
  const { dialects } = gate
  // Code of our own is no template; only what cannot be read otherwise is taken out of it.
  const said = mdx || dialects === null ? translateAlone(shown) : translate(shown, { path, frontMatter: raw }, dialects)
  const inWords = (words: string): string =>
    dialects === null ? translateAlone(words).text : translate(words, { path, frontMatter: raw }, dialects).text
  if (!mdx) {
    findings.push(...said.findings.map((each) => ({ ...each, path, line: each.line && each.line + bodyLine - 1 })))
  }
  // What a page includes is part of it.
  const drawn = said.text === shown ? digest : createHash('sha1').update(digest).update(said.text).digest('hex')
  // Outlines are kept by what is drawn of Markdown; the same bytes as `.mdx` say something else.
  const outlines = mdx ? null : gate.outlines
  const known = outlines?.get(drawn)
  const outline = known ?? outlineOf(shown, bodyLine, said)
  if (known === undefined) outlines?.set(drawn, outline)
  return {
    source: {
      path,
      kind,
      audience,
      frontMatter: withPlainWords(
        isDraft && data.draft !== true ? { ...frontMatter, draft: true } : frontMatter,
        inWords,
      ),
      redirectTo: typeof redirect === 'string' ? redirect : null,
      body: shown,
      bodyLine,
      text: said.text,
      lines: said.lines,
      digest,
      drawn,
      outline,
      isMdx: mdx,
    },
    findings,
  }
}

/** Title and description may be written in the language of a template too. */
function withPlainWords(data: FrontMatter, inWords: (words: string) => string): FrontMatter {
  const { title, description } = data
  if (!/[{%]/.test(`${title}${description}`)) return data
  const plain = (words: string) => inWords(words).replaceAll(/\s+/g, ' ').trim()
  return {
    ...data,
    ...(title !== undefined && { title: plain(title) }),
    ...(description !== undefined && { description: plain(description) }),
  }
}
