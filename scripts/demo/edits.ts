import { readFileSync } from 'node:fs'

/** The files of the sample repository at one moment: path to text. */
export type Tree = Map<string, string>

/** One step of a change. Throws when the story no longer fits the text: a maintainer's mistake, never a reader's. */
export type Edit = (tree: Tree) => void

/**
 * Adds a file as it stands in `scripts/demo/files/`. Pages lie there as `.md.txt`, so that this repository's own
 * handbook and history do not take them for theirs.
 */
export function add(path: string): Edit {
  return (tree) => {
    const file = new URL(`./files/${path}${path.endsWith('.md') ? '.txt' : ''}`, import.meta.url)
    tree.set(path, readFileSync(file, 'utf8').replaceAll('\r\n', '\n'))
  }
}

/** Writes a whole file. */
export function write(path: string, text: string): Edit {
  return (tree) => {
    tree.set(path, text)
  }
}

/** Replaces words that stand exactly once in the file. */
export function change(path: string, before: string, after: string): Edit {
  return (tree) => {
    const text = tree.get(path)
    if (text?.split(before).length !== 2) throw new Error(`${path} does not hold exactly once: ${before}`)
    tree.set(
      path,
      text.replace(before, () => after),
    )
  }
}

/** Puts blocks below a paragraph that is named by its last words. */
export function below(path: string, lastWords: string, addition: string): Edit {
  return change(path, `${lastWords}\n`, `${lastWords}\n\n${addition}\n`)
}

/** Adds blocks at the end of a file. */
export function append(path: string, addition: string): Edit {
  return (tree) => {
    const text = tree.get(path)
    if (text === undefined) throw new Error(`${path} does not exist`)
    tree.set(path, `${text.trimEnd()}\n\n${addition}\n`)
  }
}

/** Moves a file without changing it. */
export function move(from: string, to: string): Edit {
  return (tree) => {
    const text = tree.get(from)
    if (text === undefined) throw new Error(`${from} does not exist`)
    tree.delete(from)
    tree.set(to, text)
  }
}

/** Text written indented in a source file: the common indentation and the outer empty lines are dropped. */
export function text(strings: TemplateStringsArray): string {
  const lines = (strings[0] ?? '').replace(/^\n/, '').trimEnd().split('\n')
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length)
  const indent = Math.min(...indents)
  return lines.map((line) => line.slice(indent)).join('\n')
}
