import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { replaceFile } from './files.ts'

export type ObjectFormat = 'sha1' | 'sha256'
export type Mode = '100644' | '100755' | '120000' | '160000'

/** One file of a tree; `id` is that of a blob, or of a commit for a submodule. */
export interface Entry {
  readonly mode: Mode
  readonly id: string
}

/** Writes loose objects and the index as git does, without a process: the reason why the kit is fast. */
export interface ObjectStore {
  write(type: 'blob' | 'tree' | 'commit' | 'tag', bytes: Uint8Array): string
  /** Writes the trees of a flat list of paths; the id of the root. */
  writeTree(files: ReadonlyMap<string, Entry>): string
  writeIndex(files: ReadonlyMap<string, Entry>): void
  /** Takes the object away, as a damaged disk or a filtered mirror does. */
  lose(id: string): void
  /** Leaves the object's file in place with bytes that are not an object. */
  spoil(id: string): void
}

export function objectStore(gitDirectory: string, format: ObjectFormat): ObjectStore {
  const written = new Set<string>()
  const fileOf = (id: string) => join(gitDirectory, 'objects', id.slice(0, 2), id.slice(2))

  function write(type: string, bytes: Uint8Array): string {
    const content = Buffer.concat([Buffer.from(`${type} ${bytes.length}\0`), bytes])
    const id = createHash(format).update(content).digest('hex')
    if (!written.has(id) && !existsSync(fileOf(id))) {
      mkdirSync(dirname(fileOf(id)), { recursive: true })
      writeFileSync(fileOf(id), deflateSync(content, { level: 1 }))
    }
    written.add(id)
    return id
  }

  function writeTree(files: ReadonlyMap<string, Entry>): string {
    const here: { name: string; mode: string; id: string; key: Buffer }[] = []
    const folders = new Map<string, Map<string, Entry>>()
    for (const [path, entry] of files) {
      const slash = path.indexOf('/')
      if (slash < 0) here.push({ name: path, ...entry, key: Buffer.from(path) })
      else {
        const folder = path.slice(0, slash)
        if (!folders.has(folder)) folders.set(folder, new Map())
        folders.get(folder)?.set(path.slice(slash + 1), entry)
      }
    }
    for (const [name, inside] of folders) {
      here.push({ name, mode: '40000', id: writeTree(inside), key: Buffer.from(`${name}/`) })
    }
    here.sort((a, b) => Buffer.compare(a.key, b.key))
    const lines = here.map(({ name, mode, id }) =>
      Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, 'hex')]),
    )
    return write('tree', Buffer.concat(lines))
  }

  function writeIndex(files: ReadonlyMap<string, Entry>): void {
    const sorted = [...files].map(([path, entry]) => ({ path: Buffer.from(path), entry }))
    sorted.sort((a, b) => Buffer.compare(a.path, b.path))
    const head = Buffer.alloc(12)
    head.write('DIRC')
    head.writeUInt32BE(2, 4)
    head.writeUInt32BE(sorted.length, 8)
    const entries = sorted.map(({ path, entry }) => {
      // Times and sizes stay zero: git then compares the file itself.
      const stat = Buffer.alloc(40)
      stat.writeUInt32BE(Number.parseInt(entry.mode, 8), 24)
      const flags = Buffer.alloc(2)
      flags.writeUInt16BE(Math.min(path.length, 0xfff))
      const bytes = Buffer.concat([stat, Buffer.from(entry.id, 'hex'), flags, path])
      return Buffer.concat([bytes, Buffer.alloc(8 - (bytes.length % 8))])
    })
    const content = Buffer.concat([head, ...entries])
    replaceFile(join(gitDirectory, 'index'), Buffer.concat([content, createHash(format).update(content).digest()]))
  }

  return {
    write,
    writeTree,
    writeIndex,
    lose: (id) => {
      written.delete(id)
      rmSync(fileOf(id))
    },
    spoil: (id) => {
      chmodSync(fileOf(id), 0o644)
      writeFileSync(fileOf(id), 'this is no object')
    },
  }
}
