import type { Value } from '../markdown/dialects/value.ts'
import { readYaml } from '../markdown/front-matter-yaml.ts'
import type { DialectSources } from './dialects.ts'
import { joinPath } from './join-path.ts'
import { readShownFile } from './shown-file.ts'

/** Rows of a table that are read. */
const MOST_ROWS = 2_000

/** Reads data files of Jekyll and Hugo (`_data/team.yml`), each once and when it is asked for. */
export function dataReader(sources: DialectSources): (name: string) => Value | undefined {
  const known = new Map<string, Value | undefined>()
  return (name) => {
    if (!known.has(name) && known.size < 1_000) known.set(name, read(name, sources))
    return known.get(name)
  }
}

function read(name: string, sources: DialectSources): Value | undefined {
  const folders = ['_data', 'data'].flatMap((folder) => [`${sources.contentRoot}/${folder}`, folder])
  for (const folder of new Set(folders.map((folder) => joinPath('', folder) ?? ''))) {
    for (const ending of ['yml', 'yaml', 'json', 'csv', 'tsv']) {
      const path = joinPath(folder, `${name}.${ending}`)
      const file = path?.startsWith(`${folder}/`) ? readShownFile(path, sources) : null
      if (file !== null && 'text' in file) return parse(file.text, ending)
    }
  }
  return undefined
}

function parse(text: string, ending: string): Value | undefined {
  if (ending === 'json') return parseJson(text)
  if (ending === 'csv' || ending === 'tsv') return parseTable(text, ending === 'csv' ? ',' : '\t')
  // Our reader of YAML takes mappings; a list becomes the value of a key.
  const isList = /^(?:[ \t]*(?:#.*)?\n|---[ \t]*\n)*[ \t]*-[ \t\n]/.test(text)
  const { data, problems } = readYaml(isList ? `list:\n${text.replace(/^---[ \t]*$/m, '')}` : text)
  if (problems.length > 0) return undefined
  return (isList ? data['list'] : data) as Value | undefined
}

function parseJson(text: string): Value | undefined {
  try {
    return JSON.parse(text) as Value
  } catch {
    return undefined
  }
}

/** A table with names in its first row; quotes as in RFC 4180. */
function parseTable(text: string, by: string): Value {
  const [names = [], ...rows] = text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, MOST_ROWS)
    .map((line) => cells(line, by))
  return rows.map((row) => Object.fromEntries(names.map((name, index) => [name.trim(), row[index]?.trim() ?? ''])))
}

function cells(line: string, by: string): string[] {
  const all: string[] = []
  let cell = ''
  let isQuoted = false
  for (const character of line) {
    if (character === '"') isQuoted = !isQuoted
    else if (character === by && !isQuoted) {
      all.push(cell)
      cell = ''
    } else cell += character
  }
  return [...all, cell]
}
