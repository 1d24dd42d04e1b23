import type { Handbook } from '../handbook/handbook.ts'
import type { PagesFile } from '../model/machine-files.ts'

/** `pages.json`: every page of the site, in the order of the tree. */
export function pagesFile(handbook: Handbook): PagesFile {
  return {
    schema: 1,
    name: handbook.shell.name,
    site: handbook.shell.site,
    commit: handbook.history.head,
    pages: handbook.pages.map((page) => handbook.pageEntry(page)),
  }
}
