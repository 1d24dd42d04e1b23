import { isMarkdown } from './file-names.ts'

/** Settings, navigation, data and owners, ours and those of other generators. */
const SETTINGS = /\.(?:ya?ml|toml|json|csv|[cm]?js)$|(?:^|\/)(?:\.pages|\.mailmap|\.gitmodules|_redirects|CODEOWNERS)$/i
/** Folders whose names begin with a dot and that hold some of these. */
const OPEN = /^\.(?:github|gitlab|forgejo|gitea|vuepress|vitepress)$/

/**
 * True for a file that a handbook is made from when it is saved: a page, or what says how pages are read.
 *
 * @param root - absolute path of the handbook
 * @param file - absolute path
 */
export function isFollowed(root: string, file: string): boolean {
  const path = file.replaceAll('\\', '/')
  const top = `${root.replaceAll('\\', '/')}/`
  if (isMarkdown(path)) return true
  if (!path.startsWith(top) || !SETTINGS.test(path)) return false
  const folders = path.slice(top.length).split('/').slice(0, -1)
  return folders.every((name) => name !== 'node_modules' && (!name.startsWith('.') || OPEN.test(name)))
}
