import type { Author } from './people.ts'

/** Collects what `git fast-import` reads: one process makes the whole repository. */
export interface ImportStream {
  /** Adds a commit and gives its mark. */
  commit(commit: {
    readonly ref: string
    readonly author: Author
    readonly committer: Author
    /** ISO with seconds and offset. */
    readonly at: string
    readonly message: string
    /** Marks; the first parent comes first. */
    readonly parents: readonly number[]
    /** Files that differ from the first parent; null for a file that goes. */
    readonly files: ReadonlyMap<string, string | null>
  }): number
  /** Attaches a note to a commit, in `refs/notes/commits`. */
  note(mark: number, author: Author, at: string, text: string): void
  /** Deletes a branch: merged branches are not kept. */
  forget(ref: string): void
  text(): string
}

export function importStream(): ImportStream {
  const parts: string[] = []
  let marks = 0
  return {
    commit({ ref, author, committer, at, message, parents, files }) {
      marks += 1
      parts.push(`commit ${ref}\nmark :${marks}\n`)
      parts.push(`author ${signature(author, at)}\ncommitter ${signature(committer, at)}\n${data(message)}`)
      parents.forEach((parent, index) => {
        parts.push(`${index === 0 ? 'from' : 'merge'} :${parent}\n`)
      })
      for (const [path, content] of files) {
        parts.push(content === null ? `D ${path}\n` : `M 100644 inline ${path}\n${data(content)}`)
      }
      return marks
    },
    note(mark, author, at, text) {
      parts.push(`commit refs/notes/commits\ncommitter ${signature(author, at)}\n${data('Notes\n')}`)
      parts.push(`N inline :${mark}\n${data(text)}`)
    },
    forget(ref) {
      parts.push(`reset ${ref}\nfrom ${'0'.repeat(40)}\n\n`)
    },
    text: () => `${parts.join('')}done\n`,
  }
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`
}

function signature(author: Author, at: string): string {
  const offset = at.slice(-6).replace(':', '')
  return `${author.name} <${author.email}> ${Date.parse(at) / 1000} ${offset}`
}
