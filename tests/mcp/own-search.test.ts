import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ownSearch } from '../../src/mcp/own-search.ts'
import { buildSearchIndex } from '../../src/search/build-index.ts'
import { millrace } from '../search/documents.ts'

test('an index that could not be made is made anew by the next search, and nothing is left of it', async () => {
  const folders: string[] = []
  let fails = true
  const { search, close } = ownSearch({ searchDocuments: () => millrace }, async (documents, out) => {
    folders.push(out)
    if (fails) throw new Error('no space')
    await buildSearchIndex(documents, out)
  })
  await expect(search('travel')).rejects.toThrow('no space')
  fails = false
  expect(await search('travel')).not.toEqual([])
  expect(folders.map((folder) => existsSync(folder))).toEqual([false, true])
  await close()
  expect(existsSync(folders[1] ?? '')).toBe(false)
})

test('a dropped index is made anew, while a search in it ends in peace', async () => {
  const folders: string[] = []
  const { search, drop, close } = ownSearch({ searchDocuments: () => millrace }, (documents, out) => {
    folders.push(out)
    return buildSearchIndex(documents, out)
  })
  const first = search('travel')
  drop()
  const second = search('travel')
  expect(await second).toEqual(await first)
  await close()
  expect(folders).toHaveLength(2)
  expect(folders.some((folder) => existsSync(folder))).toBe(false)
})
