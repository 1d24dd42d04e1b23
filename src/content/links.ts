import type { RepoPath, Route } from '../model/ids.ts'
import type { Page } from '../model/page.ts'
import { hrefFrom } from '../text/relative.ts'
import { visible } from '../text/visible.ts'
import { anchorOn } from './anchor.ts'
import { type Asset, isImage } from './asset.ts'
import { folderOf } from './file-names.ts'
import { type Homes, homeTest } from './home-address.ts'
import { joinPath } from './join-path.ts'
import { type PathTarget, parsePath, parseTarget } from './link-target.ts'
import type { Place, Places } from './places.ts'
import type { SiteRoots } from './site-roots.ts'

type Kind = 'link' | 'image'

/** Why a link or image does not do what its author meant. */
export interface Problem {
  readonly rule: 'broken' | 'anchor' | 'moved' | 'withheld' | 'scheme' | 'empty' | 'outside'
  readonly reason: string
  /** What was looked for, for a suggestion: a path below the content folder, or an anchor. */
  readonly wanted: string | null
}

/** Where a link leads. */
export interface ResolvedLink {
  /** Relative and encoded, or an outside address; null: there is nowhere to lead to, only the text is drawn. */
  readonly href: string | null
  readonly external: boolean
  readonly to: Page | null
  readonly asset: Asset | null
  readonly problem: Problem | null
}

/** Resolves links of pages; pure. */
export interface Resolver {
  /** A link to draw, or null: draw its text only. */
  link(page: Page, target: string): (ResolvedLink & { readonly href: string }) | null
  /** An image to draw, or null: draw its text only. */
  image(
    page: Page,
    target: string,
  ): { readonly src: string; readonly external: boolean; readonly asset: Asset | null } | null
  /** The same with what is wrong, for checks. */
  explain(kind: Kind, page: Page, target: string): ResolvedLink
}

/** What a resolver needs of the content. */
export interface Resolvable {
  readonly contentRoot: RepoPath
  readonly places: Places
  readonly siteRoots: SiteRoots
}

/** Where the change stands that a reason in a file explains; null where it is not shown. */
export type ChangeOf = (path: RepoPath) => { readonly route: Route; readonly hash: string } | null

/** Where the heading is now that an anchor of a page meant; null where nobody knows. */
export type AnchorNowOf = (page: Page, anchor: string) => { readonly page: Page; readonly anchor: string } | null

/** What a resolver may ask history. */
export interface Past {
  readonly changeOf: ChangeOf
  readonly anchorNow: AnchorNowOf
}

const NO_PAST: Past = { changeOf: () => null, anchorNow: () => null }

/** Makes the one resolver that rendering, checks and "linked from" share. */
export function resolverFor(content: Resolvable, homes: Homes, past: Past = NO_PAST): Resolver {
  const isHome = homeTest(content.siteRoots, homes)
  const memory = new WeakMap<Page, Map<string, ResolvedLink>>()

  const explain: Resolver['explain'] = (kind, page, target) => {
    const known = memory.get(page) ?? new Map<string, ResolvedLink>()
    memory.set(page, known)
    const key = `${kind} ${target}`
    const resolved = known.get(key) ?? resolve(kind, page, target)
    known.set(key, resolved)
    return resolved
  }

  function resolve(kind: Kind, page: Page, written: string): ResolvedLink {
    const target = parseTarget(written)
    switch (target.kind) {
      case 'nothing':
        return lost('empty', 'has no target')
      case 'anchor':
        return kind === 'image' ? lost('broken', 'is no file') : toPage(page, page, '', target.hash, null)
      case 'contact':
        return { ...NOWHERE, href: kind === 'image' ? null : target.href, external: true }
      case 'refused': {
        // A file may be called `a:b.md`.
        const file = toPath(kind, page, parsePath(written))
        if (file.href !== null) return file
        return lost('scheme', `begins with “${visible(target.scheme)}:”, which a page may not use`)
      }
      case 'path':
        return toPath(kind, page, target)
      case 'address':
        return toAddress(kind, page, target.url)
    }
  }

  function toAddress(kind: Kind, page: Page, url: URL): ResolvedLink {
    const outside = { ...NOWHERE, href: url.href, external: true }
    const home = isHome(url)
    if (home !== null) {
      const inside = parsePath(`/${home.path}${url.search}${url.hash}`)
      const found = home.isFile ? atPath(kind, page, inside, [inside.path]) : toPath(kind, page, inside)
      // A page that links to its own source means the source.
      const isOwnSource = home.isFile && found.to === page
      if ((found.href !== null && !found.external && !isOwnSource) || found.problem?.rule === 'withheld') return found
      if (home.isCertain && kind === 'link') return { ...outside, problem: found.problem }
    }
    if (kind === 'image' && url.protocol !== 'https:') return lost('scheme', 'is not loaded over https')
    return outside
  }

  function toPath(kind: Kind, page: Page, target: PathTarget): ResolvedLink {
    return atPath(kind, page, target, candidates(page, target))
  }

  function* candidates(page: Page, { path, encoded, isAbsolute }: PathTarget): Iterable<string> {
    for (const way of path === encoded ? [path] : [path, encoded]) {
      if (isAbsolute) {
        for (const folder of content.siteRoots.folders) yield `${folder}/${way}`
        for (const prefix of content.siteRoots.prefixes) {
          if (!`${way}/`.toLowerCase().startsWith(`${prefix.toLowerCase()}/`)) continue
          for (const folder of content.siteRoots.folders) yield `${folder}/${way.slice(prefix.length + 1)}`
        }
      } else if (/^@(?:site)?\//.test(way)) {
        // Docusaurus' and VuePress' word for the top of the site.
        const inside = way.slice(way.indexOf('/') + 1)
        for (const folder of content.siteRoots.folders) yield `${folder}/${inside}`
      } else {
        // As the file lies in the repository, then as a browser reads it at the page's own address.
        const beside = joinPath(folderOf(page.path), way)
        if (beside !== null) yield beside
        const here = page.route.split('/').slice(1, -1).join('/')
        yield `${content.contentRoot}/${joinPath(here, way) ?? way.replace(/^(?:\.\.?\/)+/, '')}`
      }
    }
  }

  function wantedPath(page: Page, { path, isAbsolute }: PathTarget): string {
    if (isAbsolute) {
      const prefix = content.siteRoots.prefixes.find((name) => path.toLowerCase().startsWith(`${name.toLowerCase()}/`))
      return prefix === undefined ? path : path.slice(prefix.length + 1)
    }
    const beside = joinPath(folderOf(page.path), path) ?? path.replace(/^(?:\.\.?\/)+/, '')
    const root = content.contentRoot
    return root !== '' && beside.startsWith(`${root}/`) ? beside.slice(root.length + 1) : beside
  }

  function atPath(kind: Kind, page: Page, target: PathTarget, paths: Iterable<string>): ResolvedLink {
    let place: Place | undefined
    for (const path of paths) {
      const found = content.places.at(path)
      if (found === undefined || (kind === 'image' && found.kind !== 'asset' && found.kind !== 'withheld')) continue
      // Where a page was, or a file that is no page, gives way to a page found by a later reading of the path.
      const isWeak = found.kind === 'moved' || found.kind === 'file'
      if (place === undefined || found.kind === 'page') place = found
      if (!isWeak) break
    }
    if (place === undefined) return lost('broken', 'leads nowhere', wantedPath(page, target))
    return toPlace(kind, page, target, place)
  }

  function toPlace(kind: Kind, page: Page, { query, hash }: PathTarget, place: Place): ResolvedLink {
    switch (place.kind) {
      case 'page':
        return toPage(page, place.page, query, hash, null)
      case 'moved':
        return toPage(page, place.page, query, hash, {
          rule: 'moved',
          reason: `names a page by where it was; it is now ${visible(place.page.path)}`,
          wanted: null,
        })
      case 'folder':
        return { ...NOWHERE, href: withQuery(hrefFrom(page.route, place.route), query, hash) }
      case 'asset': {
        const { asset } = place
        if (kind === 'image' && !isImage(asset.path)) return lost('broken', 'is no image')
        return { ...NOWHERE, href: withQuery(hrefFrom(page.route, asset.route), query, hash), asset }
      }
      case 'file': {
        const href = homes.forge?.file(place.path) ?? null
        if (href !== null && kind === 'link') return { ...NOWHERE, href, external: true }
        return lost('outside', `is ${visible(place.path)}, a file of the repository that is not part of the handbook`)
      }
      case 'reason': {
        const change = past.changeOf(place.path)
        if (change === null) return lost('outside', 'is the reason of a change that is not shown')
        return { ...NOWHERE, href: hrefFrom(page.route, change.route) + change.hash }
      }
      case 'withheld':
        return lost('withheld', 'leads to a page that is not published')
    }
  }

  function toPage(page: Page, to: Page, query: string, hash: string, problem: Problem | null): ResolvedLink {
    const anchor = hash === '' ? '' : anchorOn(to, hash)
    const now = anchor === null ? past.anchorNow(to, hash) : null
    if (now !== null) {
      const reason = `names “#${visible(hash)}”, which is now “#${visible(now.anchor)}”${
        now.page === to ? '' : ` on ${visible(now.page.path)}`
      }`
      return toPage(page, now.page, query, now.anchor, problem ?? { rule: 'moved', reason, wanted: null })
    }
    const missing: Problem | null =
      anchor === null
        ? {
            rule: 'anchor',
            reason: `names “#${visible(hash)}”, which is not on ${to === page ? 'this page' : visible(to.path)}`,
            wanted: hash,
          }
        : null
    const href = withQuery(hrefFrom(page.route, to.route), query, anchor ?? '', page === to)
    return { href, external: false, to, asset: null, problem: problem ?? missing }
  }

  return {
    explain,
    link: (page, target) => {
      const resolved = explain('link', page, target)
      return resolved.href === null ? null : { ...resolved, href: resolved.href }
    },
    image: (page, target) => {
      const { href, external, asset } = explain('image', page, target)
      return href === null ? null : { src: href, external, asset }
    },
  }
}

const NOWHERE: ResolvedLink = { href: null, external: false, to: null, asset: null, problem: null }

function lost(rule: Problem['rule'], reason: string, wanted: string | null = null): ResolvedLink {
  return { ...NOWHERE, problem: { rule, reason, wanted } }
}

function withQuery(href: string, query: string, hash: string, isHere = false): string {
  // Viewers read `#page=2` as it stands.
  const anchor = hash === '' ? '' : `#${encodeURI(hash.toWellFormed()).replaceAll('#', '%23')}`
  if (isHere && query === '' && anchor !== '') return anchor
  return href + query + anchor
}
