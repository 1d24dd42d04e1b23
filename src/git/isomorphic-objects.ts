import { createHash } from 'node:crypto'
import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { boundedInflate } from './bounded-inflate.ts'
import { gitErrors } from './errors.ts'
import { shownFileSystem } from './isomorphic-files.ts'
import { type Measured, type Pack, packFrom } from './pack.ts'

export type ObjectType = 'blob' | 'commit' | 'tree' | 'tag'

/** Objects of a repository, read one by one through isomorphic-git. */
export interface IsomorphicObjects {
  /** Null when it is missing, damaged, too large or of another type. */
  read(id: string, type: ObjectType): Promise<Buffer | null>
  /** Full ids of objects that begin so; two or more are not told apart, and only two of them are given. */
  find(beginning: string): Promise<readonly string[]>
  close(): void
}

/** One place where an object stands. */
interface Copy {
  readonly measured: Measured
  /** Reads it through isomorphic-git; throws what that throws. */
  open(): Promise<Uint8Array>
}

/** As with git: a blob over 10 MB is not read. Trees may be larger, since one folder is one tree. */
const LARGEST: Readonly<Record<ObjectType, number>> = {
  blob: 10 * 1024 * 1024,
  commit: 10 * 1024 * 1024,
  tag: 10 * 1024 * 1024,
  tree: 32 * 1024 * 1024,
}
const LARGEST_OF_ALL = LARGEST.tree
const HEADER = 64
/** Where isomorphic-git believes the repository to be: the same on every system, since it sees only what is shown to it. */
const SHOWN = '/repository'
const SHOWN_PACKS = `${SHOWN}/objects/pack`

/** @param gitDirectory - absolute, and judged before: no part of it leads elsewhere */
export function isomorphicObjects(gitDirectory: string): IsomorphicObjects {
  const objects = join(gitDirectory, 'objects')
  const packFolder = join(objects, 'pack')
  const packs = new Map<string, Pack | null>()
  let library: Promise<typeof import('isomorphic-git')> | undefined
  let listing: Promise<void> | undefined
  let isClosed = false

  /** Reads packs that are not known yet: git makes new ones while we serve. */
  async function lookForPacks(): Promise<boolean> {
    const names = (await readdir(packFolder).catch(() => [])).filter((name) => name.endsWith('.idx')).sort()
    const fresh = names.filter((name) => !packs.has(name))
    for (const name of fresh) {
      const [index, bytes] = await Promise.all(
        [name, name.replace(/idx$/, 'pack')].map((each) => file(packFolder, each)),
      )
      packs.set(name, index && bytes ? packFrom(index, bytes, LARGEST_OF_ALL) : null)
    }
    return fresh.length > 0
  }

  async function read(shown: ReturnType<typeof shownFileSystem>, cache: object, oid: string): Promise<Uint8Array> {
    library ??= import('isomorphic-git')
    const { readObject } = await library
    const { object } = await readObject({ fs: shown, gitdir: SHOWN, oid, cache, format: 'content' })
    return object as Uint8Array
  }

  /** What isomorphic-git needs to see and to remember of one pack. */
  const views = new Map<string, { readonly shown: ReturnType<typeof shownFileSystem>; readonly cache: object }>()
  function viewOf(name: string, { index, bytes }: Pack) {
    const known = views.get(name)
    if (known !== undefined) return known
    const files = new Map([
      [`${SHOWN_PACKS}/${name}`, index],
      [`${SHOWN_PACKS}/${name.replace(/idx$/, 'pack')}`, bytes],
    ])
    const view = { shown: shownFileSystem(SHOWN_PACKS, [name], files), cache: {} }
    views.set(name, view)
    return view
  }

  function* packed(id: string): Generator<Copy> {
    for (const [name, pack] of packs) {
      const measured = pack?.measure(id) ?? null
      if (pack === null || measured === null) continue
      const { shown, cache } = viewOf(name, pack)
      yield { measured, open: () => read(shown, cache, id) }
    }
  }

  async function loose(id: string): Promise<Copy | null> {
    const [folder, name] = [join(objects, id.slice(0, 2)), id.slice(2)]
    const bytes = await file(folder, name, LARGEST_OF_ALL + LARGEST_OF_ALL / 100)
    const content = bytes === null ? null : boundedInflate(bytes, LARGEST_OF_ALL + HEADER)
    const [, type, size] = content?.toString('latin1', 0, HEADER).match(/^(blob|tree|commit|tag) (\d{1,10})\0/) ?? []
    if (bytes === null || type === undefined) return null
    const shown = shownFileSystem(SHOWN_PACKS, [], new Map([[`${SHOWN}/objects/${id.slice(0, 2)}/${name}`, bytes]]))
    return { measured: { type, size: Number(size) }, open: () => read(shown, {}, id) }
  }

  /** Places of an object in the order in which git looks: packs, then files of their own. */
  async function* copies(id: string): AsyncGenerator<Copy> {
    yield* packed(id)
    const single = await loose(id)
    if (single !== null) yield single
    else if (await lookForPacks()) yield* packed(id)
  }

  async function ready(): Promise<void> {
    if (isClosed) throw gitErrors.closed()
    listing ??= lookForPacks().then(() => undefined)
    await listing
  }

  return {
    async read(id, type) {
      await ready()
      for await (const { measured, open } of copies(id)) {
        if (measured.type !== type || measured.size > LARGEST[type]) continue
        const bytes = await open().catch(() => null)
        if (bytes !== null && idOf(type, bytes) === id) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
      }
      return null
    },
    async find(beginning) {
      await ready()
      const found = new Set([...packs.values()].flatMap((pack) => pack?.find(beginning) ?? []))
      const folder = beginning.slice(0, 2)
      const names = await readdir(join(objects, folder)).catch(() => [])
      for (const name of names) {
        const id = `${folder}${name}`
        if (id.startsWith(beginning) && /^[0-9a-f]{40}$/.test(id)) found.add(id)
      }
      if (found.size === 0 && (await lookForPacks())) {
        for (const pack of packs.values()) for (const id of pack?.find(beginning) ?? []) found.add(id)
      }
      return [...found].slice(0, 2)
    },
    close() {
      isClosed = true
      packs.clear()
      views.clear()
    },
  }
}

function idOf(type: string, bytes: Uint8Array): string {
  return createHash('sha1').update(`${type} ${bytes.length}\0`).update(bytes).digest('hex')
}

/** A regular file, in memory of its own; null for anything else and for a larger one. */
async function file(folder: string, name: string, most = Number.POSITIVE_INFINITY): Promise<Buffer | null> {
  const path = join(folder, name)
  try {
    const stat = await lstat(path)
    if (!stat.isFile() || stat.size > most) return null
    const bytes = await readFile(path)
    return bytes
  } catch {
    return null
  }
}
