import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openOutlineStore } from '../../src/content/outline-store.ts'
import { readFolder, writeFiles } from './read-files.ts'

const FILES = {
  'a.md': '---\ntitle: A\n---\n# A\n\n[b](b.md#b) ![x](x.png)\n',
  'b.md': '# B\n\nText.\n',
  'x.png': 'PNG',
}

describe('outlines kept from one reading to the next', () => {
  test('give the same content as reading anew, also after a file changed', async () => {
    const root = writeFiles(FILES)
    const file = join(writeFiles({}), 'outlines')
    const first = openOutlineStore(file, '1')
    await readFolder(root, { outlines: first })
    await first.save()
    writeFileSync(join(root, 'b.md'), '# B2\n\nOther.\n')
    const store = openOutlineStore(file, '1')
    expect((await readFolder(root, { outlines: store })).content.pages).toEqual((await readFolder(root)).content.pages)
    await store.save()
    expect(readFileSync(file, 'utf8')).not.toContain('"B"')
  })

  test.each<[string, (file: string) => void]>([
    ['cut short', (file) => truncateSync(file, 200)],
    ['changed by one word', (file) => writeFileSync(file, readFileSync(file, 'utf8').replace('Text', 'Lies'))],
    ['something else', (file) => writeFileSync(file, '[]')],
  ])('are not believed when the file is %s', async (_, spoil) => {
    const root = writeFiles(FILES)
    const file = join(writeFiles({}), 'outlines')
    const first = openOutlineStore(file, '1')
    await readFolder(root, { outlines: first })
    await first.save()
    spoil(file)
    const { content } = await readFolder(root, { outlines: openOutlineStore(file, '1') })
    expect(content.pages).toEqual((await readFolder(root)).content.pages)
  })

  test('are not believed by another version', async () => {
    const root = writeFiles(FILES)
    const file = join(writeFiles({}), 'outlines')
    const first = openOutlineStore(file, '1')
    const { page } = await readFolder(root, { outlines: first })
    await first.save()
    expect(openOutlineStore(file, '1').get(page('/b/').digest)).toEqual(page('/b/').outline)
    expect(openOutlineStore(file, '2').get(page('/b/').digest)).toBeUndefined()
  })
})
