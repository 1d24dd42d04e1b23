import { describe, expect, test } from 'vitest'
import { blocksIn, changesSince } from '../../src/client/reading/page-changes.ts'
import { byWeight, latelyFile, ofPage, sinceMark } from '../../src/client/reading/since.ts'
import { type Mark, readingOf, type Store } from '../../src/client/reading/store.ts'
import type { LatelyFile, NewsWeight } from '../../src/model/lately-file.ts'

/** A storage as a browser has one, with room for so many characters. */
function storage(room = Number.POSITIVE_INFINITY): Store & { readonly values: Map<string, string> } {
  const values = new Map<string, string>()
  let order: string[] = []
  const used = () => [...values].reduce((sum, [key, value]) => sum + key.length + value.length, 0)
  return {
    values,
    get length() {
      return values.size
    },
    key: (at) => {
      if (order.length === 0) order = [...values.keys()]
      return order[at] ?? null
    },
    getItem: (key) => values.get(key) ?? null,
    removeItem: (key) => {
      values.delete(key)
      order = []
    },
    setItem: (key, value) => {
      if (room < Number.POSITIVE_INFINITY && used() - (values.get(key)?.length ?? 0) + key.length + value.length > room)
        throw new Error('full')
      values.set(key, value)
      order = []
    },
  }
}

const shut: Store = {
  length: 0,
  key: () => {
    throw new Error('shut')
  },
  getItem: () => {
    throw new Error('shut')
  },
  setItem: () => {
    throw new Error('shut')
  },
  removeItem: () => {
    throw new Error('shut')
  },
}

const mark = (number: number, at = number): Mark => ({ id: number.toString(16).padStart(12, '0'), ordinal: number, at })
const hours = (count: number): number => count * 3_600_000

describe('what a browser remembers', () => {
  test('is how far each page was read, of one handbook of several on a host', () => {
    const store = storage()
    const reading = readingOf(store, '/a/')
    reading.readPage('/money/', mark(7))
    expect(readingOf(store, '/a/').page('/money/')).toEqual(mark(7))
    expect(reading.page('/other/')).toBeNull()
    expect(readingOf(store, '/b/').page('/money/')).toBeNull()
  })

  test('is never set back by a tab that was opened earlier', () => {
    const store = storage()
    readingOf(store, '/').readPage('/a/', mark(9, 200))
    readingOf(store, '/').readPage('/a/', mark(5, 100))
    expect(readingOf(store, '/').page('/a/')).toEqual(mark(9, 200))
  })

  test.each([
    ['no storage', null],
    ['a storage that is shut', shut],
    ['a full one', storage(0)],
  ])('is nothing with %s, and nothing breaks', (_, store) => {
    const reading = readingOf(store, '/')
    reading.readPage('/a/', mark(1))
    expect(reading.page('/a/')).toBeNull()
    expect(reading.visit(mark(1))).toBeNull()
    expect(reading.count()).toBe(0)
    reading.clear()
    reading.turn(false)
    expect(JSON.parse(reading.write())).toMatchObject({ pages: {} })
    expect(reading.take('{}')).toBeNull()
  })

  test.each(['', '{', 'null', '7 7 7', '0123456789ab -1 5', '0123456789ab 1 x', 'zzzzzzzzzzzz 1 1', '0123456789ab'])(
    'is nothing where it reads %j',
    (text) => {
      const store = storage()
      store.setItem('whybook-read / /a/', text)
      store.setItem('whybook-visit /', text)
      const reading = readingOf(store, '/')
      expect(reading.page('/a/')).toBeNull()
      expect(reading.before()).toBeNull()
      expect(reading.visit(mark(1))).toBeNull()
    },
  )

  test('makes room by forgetting what was read longest ago', () => {
    const store = storage(1200)
    const reading = readingOf(store, '/')
    for (let page = 1; page <= 40; page += 1) reading.readPage(`/${page}/`, mark(page))
    expect(reading.page('/40/')).toEqual(mark(40))
    expect(reading.page('/1/')).toBeNull()
    expect(reading.count()).toBeGreaterThan(5)
  })

  test('is ten thousand pages at most', () => {
    const store = storage()
    for (let page = 0; page < 10_000; page += 1) store.setItem(`whybook-read / /${page}/`, `0123456789ab 1 ${page}`)
    const reading = readingOf(store, '/')
    reading.readPage('/new/', mark(1, 20_000))
    expect(reading.count()).toBeLessThanOrEqual(10_000)
    expect(reading.page('/new/')).not.toBeNull()
    expect(reading.page('/0/')).toBeNull()
    expect(reading.page('/9999/')).not.toBeNull()
  })

  test('is taken along and brought to another browser, where the later reading stays', () => {
    const here = readingOf(storage(), '/a/')
    here.readPage('/one/', mark(5))
    here.readPage('/two/', mark(6))
    here.visit(mark(3))
    const there = readingOf(storage(), '/elsewhere/')
    there.readPage('/one/', mark(9))
    expect(there.take(here.write())).toBe(1)
    expect(there.page('/one/')).toEqual(mark(9))
    expect(there.page('/two/')).toEqual(mark(6))
    expect(there.visit(mark(8, hours(100)))).toEqual(mark(3))
  })

  test.each(['', '[]', '{"pages":{}}', '{"what":"whybook reading","pages":3}'])(
    'takes no file that is none: %j',
    (text) => {
      expect(readingOf(storage(), '/').take(text)).toBeNull()
    },
  )

  test('takes of a file only what can be one', () => {
    const store = storage()
    const pages = { '/a/': ['0123456789ab', 1, 1], '/b/': ['x', 1, 1], c: ['0123456789ab', 1, 1], '/d/': '<img>' }
    expect(readingOf(store, '/').take(JSON.stringify({ what: 'whybook reading', pages }))).toBe(1)
    expect([...store.values.keys()]).toEqual(['whybook-read / /a/'])
  })

  test('is gone when it is forgotten, and not kept when that is not wanted', () => {
    const store = storage()
    store.setItem('other', 'stays')
    const reading = readingOf(store, '/')
    reading.readPage('/a/', mark(1))
    reading.visit(mark(1))
    reading.clear()
    expect([...store.values.keys()]).toEqual(['other'])
    reading.readPage('/a/', mark(1))
    reading.turn(false)
    reading.readPage('/a/', mark(2))
    expect(reading.count()).toBe(0)
    expect(reading.isOn()).toBe(false)
    reading.turn(true)
    reading.readPage('/a/', mark(2))
    expect(reading.count()).toBe(1)
  })
})

describe('a visit', () => {
  test('ends after six hours without a page, and the next one knows where it had got', () => {
    const reading = readingOf(storage(), '/')
    expect(reading.visit(mark(10, hours(0)))).toBeNull()
    expect(reading.visit(mark(10, hours(5)))).toBeNull()
    expect(reading.visit(mark(12, hours(10)))).toBeNull()
    // What landed while the last visit went on was not looked for then.
    expect(reading.visit(mark(15, hours(30)))).toMatchObject({ ordinal: 10 })
    expect(reading.visit(mark(16, hours(31)))).toMatchObject({ ordinal: 10 })
    expect(reading.before()).toMatchObject({ ordinal: 10 })
    expect(reading.visit(mark(20, hours(60)))).toMatchObject({ ordinal: 15 })
  })
})

const news = (number: number, weight: NewsWeight = 'rest', pages: number[] = []): LatelyFile['changes'][number] => ({
  id: mark(number).id,
  ordinal: number,
  landedAt: null,
  title: `Change ${number}`,
  why: null,
  weight,
  to: ['/changes/', ''],
  pages,
})
const file: LatelyFile = {
  schema: 1,
  total: 12,
  changes: [news(12, 'rest', [0]), news(11, 'policy', [1]), news(10, 'new-policy', [0, 1]), news(9)],
  pages: [
    ['/a/', 'A'],
    ['/b/', 'B'],
  ],
}

describe('what has changed since', () => {
  test('is what came after the change that was read last', () => {
    const since = sinceMark(file, mark(10))
    expect(since).toMatchObject({ kind: 'told', news: [{ ordinal: 12 }, { ordinal: 11 }] })
    expect(ofPage(file, since.news, '/a/').map(({ ordinal }) => ordinal)).toEqual([12])
    expect(ofPage(file, since.news, '/c/')).toEqual([])
    expect(sinceMark(file, mark(12)).news).toEqual([])
  })

  test('is more than the file tells for who was away long', () => {
    expect(sinceMark(file, mark(3))).toMatchObject({ kind: 'more', news: { length: 4 } })
  })

  test('cannot be told when the change that was read last is gone', () => {
    expect(sinceMark(file, { ...mark(10), id: 'ffffffffffff' })).toEqual({ kind: 'unknown', news: [] })
    expect(sinceMark(file, { ...mark(40), id: 'ffffffffffff' })).toEqual({ kind: 'unknown', news: [] })
    expect(sinceMark({ ...file, changes: [], total: 0 }, mark(1))).toEqual({ kind: 'unknown', news: [] })
  })

  test('stands by its weight, the heaviest first', () => {
    expect(byWeight(file.changes).map((group) => [group.heading, group.news.map(({ ordinal }) => ordinal)])).toEqual([
      ['New policies', [10]],
      ['Changed policies', [11]],
      ['The rest', [12, 9]],
    ])
  })

  test.each([null, 3, {}, { schema: 2, changes: [], pages: [] }, { schema: 1, changes: 'x', pages: [] }])(
    'is nothing without a file: %j',
    (json) => expect(latelyFile(json)).toBeNull(),
  )
})

describe('what has changed on a page', () => {
  const rows = [5, 4, 3].map((number) => ({ id: mark(number).id, href: '', title: '', why: null }))

  test('is what its own list has above the change that was read', () => {
    expect(changesSince(rows, 3, mark(4), mark(5))).toEqual({ kind: 'told', changes: [rows[0]] })
  })

  test('is more than its list where that does not reach so far', () => {
    expect(changesSince(rows, 9, mark(1), mark(5))).toEqual({ kind: 'more', changes: rows })
  })

  test('cannot be told where the whole list has not the change', () => {
    expect(changesSince(rows, 3, mark(1), mark(5)).kind).toBe('unknown')
    expect(changesSince(rows, 9, mark(8), mark(5)).kind).toBe('unknown')
  })

  test('stands in blocks that can be linked to', () => {
    const json = {
      schema: 1,
      blocks: [['b-1', 3, 1, 0], [null, 5, 1, 1], ['b-2', 7, -1, -1], 'x'],
      changes: [{ id: 'a' }, { id: 'b' }],
    }
    expect(blocksIn(json)).toEqual([{ anchor: 'b-1', change: 'b' }])
    expect(blocksIn(null)).toBeNull()
    expect(blocksIn({ schema: 1, blocks: 3, changes: [] })).toBeNull()
  })
})
