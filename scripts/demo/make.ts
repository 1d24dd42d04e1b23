import { spawn } from 'node:child_process'
import { mkdir, readdir } from 'node:fs/promises'
import { devNull } from 'node:os'
import type { Edit, Tree } from './edits.ts'
import { type ImportStream, importStream } from './fast-import.ts'
import { landedMessage, type MergeRequest } from './merge-request.ts'
import { start, story } from './story.ts'

const main = 'refs/heads/main'
const dayInMs = 86_400_000

/**
 * Makes the handbook of an invented company as a git repository: 21 pages, 41 merge requests.
 *
 * The same commit ids on every machine: dates and people are fixed and no git configuration is read.
 *
 * @param directory - is created; must be empty when it exists
 */
export async function makeDemo(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true })
  if ((await readdir(directory)).length > 0) throw new Error(`${directory} is not empty; name a new folder`)
  await git(directory, ['init', '--quiet', '--template=', '--initial-branch=main'])
  await git(directory, ['fast-import', '--quiet', '--done', '--date-format=raw'], demoStream())
  await git(directory, ['checkout', '--quiet', '--force', 'main'])
}

function demoStream(): string {
  const stream = importStream()
  const tree: Tree = new Map()
  let tip = stream.commit({
    ref: main,
    author: start.author,
    committer: start.author,
    at: start.at,
    message: start.message,
    parents: [],
    files: apply(tree, start.edits),
  })
  for (const request of story) tip = land(stream, tree, tip, request)
  return stream.text()
}

function land(stream: ImportStream, tree: Tree, tip: number, request: MergeRequest): number {
  const { author, mergedBy: committer, at } = request
  const message = landedMessage(request)
  const before = new Map(tree)
  const landed =
    request.how === 'squash'
      ? stream.commit({
          ref: main,
          author,
          committer,
          at,
          message,
          parents: [tip],
          files: apply(
            tree,
            request.commits.flatMap((commit) => commit.edits),
          ),
        })
      : stream.commit({
          ref: main,
          author: committer,
          committer,
          at,
          message,
          parents: [tip, branch(stream, tree, tip, request)],
          files: differences(before, tree),
        })
  if (request.note !== undefined) stream.note(landed, request.note.author, request.note.at, request.note.text)
  return landed
}

/** Writes the commits of a merge request's branch, one a day before it landed; gives the last one's mark. */
function branch(stream: ImportStream, tree: Tree, tip: number, request: MergeRequest): number {
  const ref = `refs/heads/${request.branch}`
  let last = tip
  request.commits.forEach((commit, index) => {
    last = stream.commit({
      ref,
      author: request.author,
      committer: request.author,
      at: daysBefore(request.at, request.commits.length - index),
      message: commit.body === undefined ? `${commit.title}\n` : `${commit.title}\n\n${commit.body}\n`,
      parents: [last],
      files: apply(tree, commit.edits),
    })
  })
  stream.forget(ref)
  return last
}

/** Applies edits to the tree and gives the files that differ afterwards. */
function apply(tree: Tree, edits: readonly Edit[]): ReadonlyMap<string, string | null> {
  const before = new Map(tree)
  for (const edit of edits) edit(tree)
  return differences(before, tree)
}

function differences(before: Tree, after: Tree): ReadonlyMap<string, string | null> {
  const files = new Map<string, string | null>()
  for (const path of before.keys()) if (!after.has(path)) files.set(path, null)
  for (const [path, content] of after) if (before.get(path) !== content) files.set(path, content)
  return files
}

/** The same time of day in the same zone, some days earlier. */
function daysBefore(at: string, days: number): string {
  const local = new Date(Date.parse(`${at.slice(0, 19)}Z`) - days * dayInMs).toISOString().slice(0, 19)
  return `${local}${at.slice(19)}`
}

/** Runs git without the machine's configuration, templates, hooks and `GIT_*` variables. */
async function git(directory: string, args: readonly string[], input = ''): Promise<void> {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))
  const env = { ...Object.fromEntries(inherited), GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' }
  const settings = ['-c', 'core.autocrlf=false', '-c', `core.hooksPath=${devNull}`]
  await new Promise<void>((resolve, reject) => {
    const child = spawn('git', [...settings, ...args], {
      cwd: directory,
      env,
      stdio: ['pipe', 'ignore', 'pipe'],
      timeout: 60_000,
    })
    let complaint = ''
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      complaint += chunk
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`git ${args[0]} failed (${code}): ${complaint.trim()}`))
    })
    child.stdin.on('error', () => {}) // git ended early: its exit code says why
    child.stdin.end(input)
  })
}
