import type { RepoPath, Route } from '../model/ids.ts'
import { fold } from './file-names.ts'
import { segmentOf } from './segments.ts'

/** A file other than a page that a page may show or offer, copied by the build when one does. */
export interface Asset {
  readonly path: RepoPath
  /** Output path below the site's root, decoded, with a leading slash: `/images/map.png`. */
  readonly route: string
}

const IMAGES = 'png jpg jpeg jfif gif webp avif svg ico bmp apng'
const OTHERS =
  'pdf csv tsv zip gz tgz 7z doc docx dotx xls xlsx ppt pptx odt ods odp rtf epub ics vcf key pages numbers mp3 m4a ogg wav mp4 m4v webm mov vtt drawio sketch fig psd ai eps woff2 ttf otf'
const IS_IMAGE = new RegExp(`\\.(?:${IMAGES.replaceAll(' ', '|')})$`, 'i')
const IS_ASSET = new RegExp(`\\.(?:${IMAGES} ${OTHERS})$`.replaceAll(' ', '|'), 'i')

export const isImage = (path: string): boolean => IS_IMAGE.test(path)

/**
 * True for a file that may be copied to the site. A list of what may, not of what may not: a file that a browser
 * runs (`.html`, `.js`, `.xml`) would run with the site's own rights.
 */
export const isAsset = (path: string): boolean => IS_ASSET.test(path)

/**
 * Gives each file its place on the site: by its path below the content folder or a folder of static files; a second
 * file for one place gets a number.
 *
 * @param bases - content folder first, then the folders of static files
 * @param routes - of the pages: where one has a folder, there is no place for a file
 */
export function placeAssets(
  paths: readonly RepoPath[],
  bases: readonly RepoPath[],
  routes: readonly Route[],
): readonly Asset[] {
  const taken = new Set(routes.flatMap((route) => foldersOf(fold(route))))
  return paths.map((path) => {
    const base = bases.find((folder) => folder !== '' && path.startsWith(`${folder}/`)) ?? ''
    const inside = base === '' ? path : path.slice(base.length + 1)
    const parts = inside.split('/').map(segmentOf)
    if (parts[0]?.toLowerCase() === '_whybook') parts[0] = 'whybook'
    const wanted = `/${parts.join('/')}`
    let route = wanted
    for (let number = 2; taken.has(fold(route)); number += 1) route = wanted.replace(/(\.[^./]*)$/, `-${number}$1`)
    taken.add(fold(route))
    return { path, route }
  })
}

/** `/a` and `/a/b` of the address `/a/b/`. */
function foldersOf(route: string): string[] {
  const parts = route.split('/').slice(1, -1)
  return parts.map((_, depth) => `/${parts.slice(0, depth + 1).join('/')}`)
}
