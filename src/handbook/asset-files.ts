import { lstatSync, realpathSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { Asset } from '../content/asset.ts'
import type { Assembly } from './assembly.ts'
import type { AssetFile } from './handbook.ts'

/**
 * Files that a page shows or offers, in the order of their addresses. A file that is a symbolic link, or lies behind
 * one that leaves the repository, is left out (SECURITY decision 5).
 */
export function assetFiles(root: string, { content, resolver }: Assembly): readonly AssetFile[] {
  const wanted = new Set<Asset>()
  for (const page of content.pages) {
    for (const { kind, target } of page.outline.links) {
      const { asset } = resolver.explain(kind, page, target)
      if (asset !== null) wanted.add(asset)
    }
  }
  const top = realpathSync(root) + sep
  return [...wanted]
    .flatMap(({ path, route }) => {
      const from = realFile(join(root, path))
      return from?.startsWith(top) ? [{ from, to: route.slice(1), isSvg: /\.svg$/i.test(path) }] : []
    })
    .sort((a, b) => (a.to < b.to ? -1 : 1))
}

function realFile(file: string): string | null {
  try {
    return lstatSync(file).isFile() ? realpathSync(file) : null
  } catch {
    return null
  }
}
