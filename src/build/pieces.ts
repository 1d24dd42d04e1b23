import { createHash } from 'node:crypto'
import { lstatSync } from 'node:fs'
import { notFoundRoute } from '../astro/draw-pages.ts'
import { machineFiles, type Placed } from '../exports/files.ts'
import type { AssetFile, Handbook, RouteKey } from '../handbook/handbook.ts'
import type { Route } from '../model/ids.ts'
import { changeRecords } from '../search/change-records.ts'
import { wordsOf } from '../search/handbook-words.ts'
import { claims } from './claims.ts'
import { headerFiles } from './header-files.ts'
import { mayHaveDiagram, mermaidFile } from './mermaid-file.ts'
import { marker } from './output-folder.ts'
import { isInside, outputPath } from './output-path.ts'
import { redirectPage } from './redirect-page.ts'
import { robots, sitemap } from './sitemap.ts'

interface Made {
  /** What it is, the same in every build: `page /a/b/`. */
  readonly id: string
  /** Hash of all that it is made from: equal keys, equal files. */
  readonly key: string
}

/** One part of the output that is either taken from the last one or made. */
export type Piece =
  | (Made & { readonly kind: 'page'; readonly route: Route; readonly file: string })
  /** Style sheets, scripts, fonts: what Astro writes beside the pages. */
  | (Made & { readonly kind: 'site' })
  | (Made & { readonly kind: 'search' })
  | (Made & { readonly kind: 'asset'; readonly asset: AssetFile; readonly file: string })
  | (Made & { readonly kind: 'text'; readonly file: string; text(placed: Placed): string | Promise<string> })

/** Keys of what is not the handbook's own. */
export interface PieceKeys {
  /** Of Whybook's code ({@link siteKey}). */
  readonly site: string
  /** Of what the `.mdx` pages import. */
  readonly code: string
}

/**
 * Everything a build of this handbook consists of, in a fixed order. Where two would write the same file the first
 * stays: pages before redirects, ours before the handbook's own files.
 *
 * @param routes - what `handbook.routes()` gave
 */
export function piecesOf(handbook: Handbook, routes: readonly RouteKey[], keys: PieceKeys): readonly Piece[] {
  const take = claims()
  const pieces: Piece[] = [
    { kind: 'site', id: 'site', key: digest(keys.site, keys.code) },
    { kind: 'search', id: 'search', key: digest(keys.site, ...searchKeys(handbook, routes)) },
  ]
  const add = (piece: Exclude<Piece, { kind: 'site' | 'search' }>): void => {
    if (take(piece.file)) pieces.push(piece)
  }
  for (const { file, text } of texts(handbook))
    add({ kind: 'text', id: `text ${file}`, key: digest(text), file, text: () => text })
  const mdx = new Set<string>(handbook.mdxPages().map((page) => page.path))
  for (const { route, key } of routes) {
    const runs = mdx.has(handbook.pageAt(route)?.path ?? '')
    add({
      kind: 'page',
      id: `page ${route}`,
      key: digest(key, keys.site, runs ? keys.code : ''),
      route,
      file: outputPath(route),
    })
  }
  add({
    kind: 'page',
    id: `page ${notFoundRoute}`,
    key: digest(JSON.stringify([handbook.notFound(), handbook.shell]), keys.site),
    route: notFoundRoute,
    file: outputPath(notFoundRoute),
  })
  for (const { from, to } of handbook.redirects) {
    const text = redirectPage(from, to, handbook.shell.lang)
    add({ kind: 'text', id: `redirect ${from}`, key: digest(text), file: outputPath(from), text: () => text })
  }
  for (const asset of handbook.assets()) {
    // `_whybook/` is ours, also where the handbook has such a folder.
    if (!isInside(asset.to) || asset.to.startsWith('_whybook/')) continue
    const key = digest(fileKey(asset.from), asset.isSvg ? keys.site : '')
    add({ kind: 'asset', id: `asset ${asset.to}`, key, file: asset.to, asset })
  }
  // Last: a file of the handbook that has such a name is what its pages link to.
  for (const { path, madeFrom, make } of machineFiles(handbook, routes)) {
    if (!isInside(path)) continue
    add({ kind: 'text', id: `text ${path}`, key: digest(keys.site, ...madeFrom), file: path, text: make })
  }
  for (const page of handbook.pages) {
    const archive = handbook.archiveOf(page)
    if (archive === null || !isInside(archive.path)) continue
    const { path, key, make } = archive
    add({ kind: 'text', id: `text ${path}`, key: digest(keys.site, key), file: path, text: make })
  }
  const diagrams = handbook.pages.some(({ body }) => mayHaveDiagram(body)) ? mermaidFile() : null
  if (diagrams !== null) {
    const asset = { from: diagrams, to: '_whybook/vendor/mermaid.js', isSvg: false }
    add({ kind: 'asset', id: 'mermaid', key: digest(fileKey(diagrams)), file: asset.to, asset })
  }
  return pieces
}

/** Ours that are text: small, and at hand. */
function texts(handbook: Handbook): readonly { readonly file: string; readonly text: string }[] {
  const { site } = handbook.shell
  return [
    { file: marker, text: handbook.buildJson() },
    { file: '_whybook/tree.json', text: handbook.treeJson() },
    { file: '_whybook/lately.json', text: handbook.latelyJson() },
    { file: '_whybook/anchors.json', text: handbook.anchorsJson() },
    // GitHub Pages leaves out folders that begin with an underscore unless it finds this file.
    { file: '.nojekyll', text: '' },
    ...headerFiles.map(([file, text]) => ({ file, text })),
    ...(site === null
      ? []
      : [
          { file: 'sitemap.xml', text: sitemap(site, pagesWithDates(handbook)) },
          { file: 'robots.txt', text: robots(site) },
        ]),
  ]
}

function pagesWithDates(handbook: Handbook) {
  return handbook.pages.map(({ route }) => ({ route, changedAt: handbook.changedAt(route) }))
}

/**
 * The index is made of the pages' own text and of what is known of them: all of it is in the keys of their routes; of
 * the words in `search.yml`; and of changes with a reason.
 */
function searchKeys(handbook: Handbook, routes: readonly RouteKey[]): readonly string[] {
  const keys = new Map(routes.map(({ route, key }) => [route, key]))
  const changes = changeRecords(handbook).map(({ key }) => key)
  return [
    JSON.stringify([wordsOf(handbook).words, changes]),
    ...handbook.pages.map(({ route }) => keys.get(route) ?? route),
  ]
}

/** Stands for a file's content without reading it: git and editors write a new file or change these. */
function fileKey(file: string): string {
  const stat = lstatSync(file, { bigint: true, throwIfNoEntry: false })
  return stat === undefined ? 'gone' : [stat.size, stat.mtimeNs, stat.ctimeNs, stat.ino].join(' ')
}

function digest(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 24)
}
