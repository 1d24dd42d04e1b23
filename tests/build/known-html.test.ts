import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { knownHtml } from '../../src/build/known-html.ts'
import type { SearchDocument } from '../../src/handbook/search-documents.ts'
import type { Route } from '../../src/model/ids.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'

/** A document that tells when it is rendered. */
function documentAt(route: string, html: string, rendered: string[]): SearchDocument {
  return {
    route,
    title: 'Title',
    get html() {
      rendered.push(route)
      return html
    },
  } as unknown as SearchDocument
}

it('renders again only pages whose key changed, and gives the same documents', () => {
  const file = join(temporaryFolder().path, 'html.json')
  const build = (keys: Record<string, string>, html: string, site = 'code') => {
    const rendered: string[] = []
    const routes = Object.entries(keys).map(([route, key]) => ({ route: route as Route, key }))
    const known = knownHtml(file, routes, site)
    const documents = [...known.documents(routes.map(({ route }) => documentAt(route, html, rendered)))]
    known.keep()
    return { rendered, documents: documents.map((document) => ({ ...document })) }
  }
  expect(build({ '/a/': '1', '/b/': '1' }, 'first').rendered).toEqual(['/a/', '/b/'])
  expect(build({ '/a/': '1', '/b/': '2' }, 'second')).toEqual({
    rendered: ['/b/'],
    documents: [
      { route: '/a/', title: 'Title', html: 'first' },
      { route: '/b/', title: 'Title', html: 'second' },
    ],
  })
  expect(build({ '/a/': '1' }, 'third', 'other code').rendered).toEqual(['/a/'])
  writeFileSync(file, '{"site":"code","html":[["1"')
  expect(build({ '/a/': '1' }, 'fourth').rendered).toEqual(['/a/'])
})
