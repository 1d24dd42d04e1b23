import { type Check, error, ok, warning } from './check.ts'

/** What is known of the folders that Whybook writes. */
export interface Storage {
  readonly cache: { readonly kind: 'none' | 'folder' | 'other'; readonly isWritable: boolean; readonly bytes: number }
  readonly out: { readonly path: string; readonly kind: 'none' | 'empty' | 'ours' | 'repository' | 'other' }
}

const LARGE = 1e9

/** Judges the cache and the output. */
export function checkStorage({ cache, out }: Storage): readonly Check[] {
  return [cacheCheck(cache), outputCheck(out)]
}

function cacheCheck({ kind, isWritable, bytes }: Storage['cache']): Check {
  const id = 'cache'
  if (kind === 'other') return error(id, '.whybook is a link or a file, and not the folder of the cache.', 'Remove it.')
  if (!isWritable) {
    const says = 'The cache .whybook cannot be written: another place is used, which CI does not keep.'
    return warning(id, says, 'Let the user that builds write into the repository.')
  }
  if (kind === 'none') return ok(id, 'There is no cache yet; the first build makes it.')
  const size = `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`
  if (bytes < LARGE) return ok(id, `The cache has ${size}.`)
  return warning(id, `The cache has ${size}.`, 'Remove the folder .whybook: it is made again.')
}

function outputCheck({ path, kind }: Storage['out']): Check {
  const id = 'output'
  if (kind === 'none' || kind === 'empty') return ok(id, `Nothing has been built into ${path} yet.`)
  if (kind === 'ours') return ok(id, `${path} was built by Whybook.`)
  const next = 'Build into another folder with --out, or move this one away.'
  const what = kind === 'repository' ? 'is a repository of its own' : 'was not made by Whybook'
  return error(id, `${path} ${what}: a build does not replace it.`, next)
}
