import type { Asset } from '../content/asset.ts'
import type { Assembly } from './assembly.ts'
import type { AssetFile } from './handbook.ts'

/**
 * Files that a page shows or offers, in the order of their addresses.
 *
 * @param fileAt - where a path of the repository lies on disk; null for a file that may not be published
 */
export function assetFiles(
  { content, resolver }: Assembly,
  fileAt: (path: string) => string | null,
): readonly AssetFile[] {
  const wanted = new Set<Asset>()
  for (const page of content.pages) {
    for (const { kind, target } of page.outline.links) {
      const { asset } = resolver.explain(kind, page, target)
      if (asset !== null) wanted.add(asset)
    }
  }
  return [...wanted]
    .flatMap(({ path, route }) => {
      const from = fileAt(path)
      return from === null ? [] : [{ from, to: route.slice(1), isSvg: /\.svg$/i.test(path) }]
    })
    .sort((a, b) => (a.to < b.to ? -1 : 1))
}
