import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { CommitId } from '../../src/model/ids.ts'
import { type Content, type Files, putFile, replaceFile } from './files.ts'
import { mergeTrees, type Tree } from './merge-files.ts'
import { type Entry, type ObjectFormat, objectStore } from './objects.ts'
import { runGit } from './run-git.ts'
import { temporaryFolder } from './temporary-folder.ts'

export { executable, type Files, submodule, symlink } from './files.ts'

export interface CommitOptions {
  /** Defaults to Ana Lima. */
  readonly author?: string
  readonly email?: string
  /** ISO with offset (`2026-03-03T09:41:00+01:00`); without one, an hour after the commit made before. */
  readonly date?: string
  /** The committer is the author, unless one of these says otherwise. */
  readonly committer?: string
  readonly committerEmail?: string
  readonly committerDate?: string
}

/** Place where commits are added: a branch. */
export interface Line {
  readonly name: string
  /** Id of its newest commit. */
  readonly tip: CommitId
  commit(message: string, files?: Files, options?: CommitOptions): Promise<CommitId>
  rename(from: string, to: string, message?: string, options?: CommitOptions): Promise<CommitId>
  /** Merge commit of one or more branches or commits, related or not; `files` settles conflicts. */
  merge(
    others: string | readonly string[],
    message?: string,
    options?: CommitOptions & { readonly files?: Files },
  ): Promise<CommitId>
}

/** A repository that git itself made out of another. */
export interface Clone {
  readonly path: string
  git(...args: string[]): string
  remove(): Promise<void>
}

/** A real git repository in a temporary folder. The same calls give the same ids. */
export interface Repo extends Line, Clone {
  readonly gitDirectory: string
  /** The branch of that name; begins at the tip of the checked-out branch when it is new. */
  branch(name: string, from?: string): Line
  /** A branch without a common past with any other. */
  orphan(name: string, files: Files, message?: string, options?: CommitOptions): Promise<Line>
  /** Makes a branch HEAD and writes its files, or points HEAD at a commit (`detached`). */
  checkout(branch: string, options?: { readonly detached?: boolean }): Promise<void>
  /** Changes files on disk and leaves them uncommitted. */
  write(files: Files): void
  note(commit: string, text: string): Promise<void>
  tag(name: string, commit?: string): void
  remote(url: string, name?: string): void
  /** Lines for `.git/config`. */
  configure(lines: string): void
  ref(name: string, id: string): void
  object(type: 'blob' | 'tree' | 'commit' | 'tag', bytes: string | Uint8Array): string
  /** Id of the blob at a path of the newest commit of HEAD's branch (or of `commit`). */
  blobId(path: string, commit?: string): string
  /** Id of the root tree. */
  treeId(commit?: string): string
  lose(id: string): void
  spoil(id: string): void
  /** Lets git clone this repository into another temporary folder. */
  clone(options?: { readonly depth?: number; readonly filter?: string; readonly bare?: boolean }): Promise<Clone>
}

export interface RepoOptions extends CommitOptions {
  readonly branch?: string
  readonly message?: string
  readonly bare?: boolean
  readonly objectFormat?: ObjectFormat
  /** Makes the repository here, in an empty folder of the caller's, instead of in a temporary one. */
  readonly path?: string
}

interface Made {
  readonly files: Tree
  readonly parents: readonly string[]
  readonly tree: string
}

const HOUR = 3_600_000
const FIRST_DATE = Date.parse('2026-01-05T09:00:00Z')

/**
 * Makes a git repository; `files` become its first commit (none: a repository without commits).
 *
 * @example
 * const r = await repo({ 'a.md': '# A' })
 * await r.commit('Explain leave (#1)\n\nBecause people asked.', { 'b.md': '# B', 'a.md': null })
 * await r.branch('x').commit('Add c', { 'c.md': '# C' })
 * await r.merge('x', 'Merge pull request #2 from ana/x\n\nAdd c')
 * await r.remove()
 */
export async function repo(files: Files = {}, options: RepoOptions = {}): Promise<Repo> {
  const folder = options.path === undefined ? temporaryFolder() : { path: options.path, remove: () => undefined }
  const gitDirectory = options.bare ? folder.path : join(folder.path, '.git')
  const format = options.objectFormat ?? 'sha1'
  const store = objectStore(gitDirectory, format)
  const commits = new Map<string, Made>()
  const branches = new Map<string, string>()
  const notes = new Map<string, Entry>()
  /** What each blob id says, for the work tree. */
  const contents = new Map<string, string | Uint8Array>()
  let head = options.branch ?? 'main'
  let clock = FIRST_DATE

  for (const name of ['objects', 'refs/heads', 'refs/tags']) mkdirSync(join(gitDirectory, name), { recursive: true })
  const extension = format === 'sha256' ? '[extensions]\n\tobjectFormat = sha256\n' : ''
  configure(
    `[core]\n\trepositoryFormatVersion = ${extension ? 1 : 0}\n\tbare = ${options.bare ?? false}\n${extension}` +
      '[uploadpack]\n\tallowFilter = true\n\tallowAnySHA1InWant = true\n',
  )
  writeFileSync(join(gitDirectory, 'HEAD'), `ref: refs/heads/${head}\n`)

  function configure(lines: string): void {
    writeFileSync(join(gitDirectory, 'config'), lines, { flag: 'a' })
  }

  function ref(name: string, id: string): void {
    mkdirSync(dirname(join(gitDirectory, name)), { recursive: true })
    replaceFile(join(gitDirectory, name), `${id}\n`)
  }

  function commitOf(name: string): string {
    const id = branches.get(name) ?? name
    if (!commits.has(id)) throw new Error(`no branch or commit ${name}`)
    return id
  }

  function made(name: string): Made {
    const found = commits.get(commitOf(name))
    if (!found) throw new Error(`no commit ${name}`)
    return found
  }

  function entryOf(content: Exclude<Content, null>): Entry {
    const plain = typeof content === 'string' || content instanceof Uint8Array
    const mode = plain ? '100644' : content.mode
    if (!plain && mode === '160000') return { mode, id: content.content }
    const id = store.write('blob', Buffer.from(plain ? content : content.content))
    contents.set(id, plain ? content : content.content)
    return { mode, id }
  }

  function changed(before: Tree, changes: Files): Map<string, Entry> {
    const after = new Map(before)
    for (const [path, content] of Object.entries(changes)) {
      if (content !== null) after.set(path, entryOf(content))
      else if (!after.delete(path)) throw new Error(`cannot delete ${path}: it is not there`)
    }
    return after
  }

  function signatures({ author, email, date, ...other }: CommitOptions): string {
    const at = date ?? new Date(clock).toISOString().replace('.000Z', '+00:00')
    clock = Date.parse(other.committerDate ?? at) + HOUR
    const by = `${author ?? 'Ana Lima'} <${email ?? emailOf(author ?? 'Ana Lima')}>`
    const committerName = other.committer ?? author ?? 'Ana Lima'
    const committerEmail = other.committerEmail ?? (other.committer ? emailOf(other.committer) : undefined)
    const committed = `${committerName} <${committerEmail ?? email ?? emailOf(committerName)}>`
    return `author ${by} ${gitDate(at)}\ncommitter ${committed} ${gitDate(other.committerDate ?? at)}\n`
  }

  function record(files: Tree, parents: readonly string[], message: string, more: CommitOptions): CommitId {
    const tree = store.writeTree(files)
    const lines = [`tree ${tree}\n`, ...parents.map((id) => `parent ${id}\n`), signatures(more), '\n', message]
    const id = store.write('commit', Buffer.from(message.endsWith('\n') ? lines.join('') : `${lines.join('')}\n`))
    commits.set(id, { files, parents, tree })
    return id as CommitId
  }

  function advance(name: string, files: Tree, parents: readonly string[], message: string, more: CommitOptions) {
    const before = commits.get(branches.get(name) ?? '')?.files ?? new Map()
    const id = record(files, parents, message, more)
    branches.set(name, id)
    ref(`refs/heads/${name}`, id)
    if (name === head) show(before, files)
    return id
  }

  /** Brings the work tree and the index from one commit's files to another's. */
  function show(before: Tree, after: Tree): void {
    if (options.bare) return
    for (const path of before.keys()) if (!after.has(path)) putFile(folder.path, path, null)
    for (const [path, { mode, id }] of after) {
      const was = before.get(path)
      const content = contents.get(id) ?? ''
      if (was?.id === id && was.mode === mode) continue
      putFile(folder.path, path, mode === '100644' ? content : { mode, content: content.toString() })
    }
    store.writeIndex(after)
  }

  function mergeBase(a: string, b: string): string | null {
    const known = new Set(ancestors(a))
    return ancestors(b).find((id) => known.has(id)) ?? null
  }

  /** A commit and what it comes from, nearest first. */
  function ancestors(id: string): string[] {
    const found = new Set([id])
    for (const each of found) for (const parent of commits.get(each)?.parents ?? []) found.add(parent)
    return [...found]
  }

  function line(name: string): Line {
    return {
      name,
      get tip() {
        return commitOf(name) as CommitId
      },
      async commit(message, files = {}, more = {}) {
        const parent = branches.get(name)
        const before = parent === undefined ? new Map() : made(parent).files
        return advance(name, changed(before, files), parent === undefined ? [] : [parent], message, more)
      },
      async rename(from, to, message = `Move ${from} to ${to}`, more = {}) {
        const files = new Map(made(name).files)
        const entry = files.get(from)
        if (!entry) throw new Error(`cannot rename ${from}: it is not there`)
        files.delete(from)
        files.set(to, entry)
        return advance(name, files, [commitOf(name)], message, more)
      },
      async merge(others, message, { files = {}, ...more } = {}) {
        const names = [others].flat()
        let merged = new Map(made(name).files)
        for (const other of names) {
          const base = mergeBase(commitOf(name), commitOf(other))
          const shared = base === null ? new Map() : made(base).files
          merged = mergeTrees(shared, merged, made(other).files, new Set(Object.keys(files)))
        }
        const parents = [name, ...names].map(commitOf)
        return advance(name, changed(merged, files), parents, message ?? `Merge branch '${names.join("', '")}'`, more)
      },
    }
  }

  const own: Repo = {
    path: folder.path,
    gitDirectory,
    get name() {
      return head
    },
    get tip() {
      return commitOf(head) as CommitId
    },
    commit: (...given) => line(head).commit(...given),
    rename: (...given) => line(head).rename(...given),
    merge: (...given) => line(head).merge(...given),
    branch(name, from = head) {
      if (!branches.has(name)) {
        branches.set(name, commitOf(from))
        ref(`refs/heads/${name}`, commitOf(from))
      }
      return line(name)
    },
    async orphan(name, files, message = 'First pages', more = {}) {
      advance(name, changed(new Map(), files), [], message, more)
      return line(name)
    },
    async checkout(name, { detached = false } = {}) {
      const before = commits.get(branches.get(head) ?? '')?.files ?? new Map()
      const target = commitOf(name)
      writeFileSync(join(gitDirectory, 'HEAD'), detached ? `${target}\n` : `ref: refs/heads/${name}\n`)
      if (!detached) head = name
      show(before, made(target).files)
    },
    write(files) {
      for (const [path, content] of Object.entries(files)) putFile(folder.path, path, content)
    },
    async note(commit, text) {
      notes.set(commitOf(commit), entryOf(text))
      ref('refs/notes/commits', record(notes, [], 'Notes added by the kit', {}))
    },
    tag: (name, commit = head) => ref(`refs/tags/${name}`, commitOf(commit)),
    remote: (url, name = 'origin') =>
      configure(`[remote "${name}"]\n\turl = ${url}\n\tfetch = +refs/heads/*:refs/remotes/${name}/*\n`),
    configure,
    ref,
    object: (type, bytes) => store.write(type, Buffer.from(bytes)),
    blobId(path, commit = head) {
      const entry = made(commit).files.get(path)
      if (!entry) throw new Error(`no ${path} in ${commit}`)
      return entry.id
    },
    treeId: (commit = head) => made(commit).tree,
    lose: (id) => store.lose(id),
    spoil: (id) => store.spoil(id),
    async clone({ depth, filter, bare } = {}) {
      const target = temporaryFolder()
      const flags = [
        ...(depth === undefined ? [] : [`--depth=${depth}`]),
        ...(filter === undefined ? [] : [`--filter=${filter}`, '--no-checkout']),
        ...(bare ? ['--bare'] : []),
      ]
      runGit(folder.path, 'clone', '--quiet', ...flags, `file://${folder.path}`, target.path)
      return { path: target.path, git: (...args) => runGit(target.path, ...args), remove: async () => target.remove() }
    },
    git: (...args) => runGit(folder.path, ...args),
    remove: async () => folder.remove(),
  }
  if (Object.keys(files).length > 0) await own.commit(options.message ?? 'First pages', files, options)
  return own
}

/** `1767603600 +0100` from ISO with an offset. */
function gitDate(iso: string): string {
  const offset = iso.match(/([+-]\d\d):?(\d\d)$/)
  return `${Math.floor(Date.parse(iso) / 1000)} ${offset ? `${offset[1]}${offset[2]}` : '+0000'}`
}

/** `ana@example.org` from `Ana Lima`. */
function emailOf(name: string): string {
  return `${name.split(' ')[0]?.toLowerCase()}@example.org`
}
