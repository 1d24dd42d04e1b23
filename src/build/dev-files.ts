import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DevFile, DevFiles } from '../astro/answer-files.ts'
import { machineFiles } from '../exports/files.ts'
import type { Handbook } from '../handbook/handbook.ts'
import { sanitiseSvg } from '../markdown/svg.ts'
import type { Route } from '../model/ids.ts'
import { indexFolder } from '../search/build-index.ts'
import { encodeRoute } from '../text/relative.ts'
import { contentType } from './content-types.ts'
import { marker } from './output-folder.ts'
import { isInside } from './output-path.ts'

/**
 * What a build would write beside the pages, for the development server. The search index is that of the last build,
 * where there is one.
 */
export function devFiles(handbook: Handbook, out: string): DevFiles {
  const text = (path: string, content: string): DevFile => ({ type: contentType(path), text: content })
  return {
    find: async (path) => {
      if (path === '_whybook/tree.json') return text(path, handbook.treeJson())
      if (path === '_whybook/anchors.json') return text(path, handbook.anchorsJson())
      if (path === '_whybook/lately.json') return text(path, handbook.latelyJson())
      if (path === marker) return text(path, handbook.buildJson())
      if (path.startsWith(`${indexFolder}/`)) return isInside(path) ? existing(join(out, path), path) : null
      if (path.startsWith('_whybook/versions/')) {
        const archive = handbook.pages.map((page) => handbook.archiveOf(page)).find((each) => each?.path === path)
        return archive == null ? null : text(path, await archive.make())
      }
      const redirect = handbook.redirects.find(({ from }) => from === `/${path}` || from === (`/${path}/` as Route))
      if (redirect !== undefined) return { redirect: encodeRoute(redirect.to) }
      const asset = handbook.assets().find(({ to }) => to === path)
      if (asset === undefined) return forMachines(handbook, path)
      return asset.isSvg ? text(path, sanitiseSvg(readFileSync(asset.from, 'utf8')) ?? '') : existing(asset.from, path)
    },
  }
}

/** Keys are worked out for all pages, which takes a while: only for names that such files have. */
function forMachines(handbook: Handbook, path: string): DevFile | null {
  if (!/\.(?:md|json|xml|txt|ics)$/.test(path)) return null
  for (const file of machineFiles(handbook, handbook.routes())) {
    if (file.path === path) return { type: contentType(path), text: file.make() }
  }
  return null
}

function existing(file: string, path: string): DevFile | null {
  return existsSync(file) ? { type: contentType(path), file } : null
}
