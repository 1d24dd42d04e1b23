import type { FrontMatter } from '../model/front-matter.ts'
import type { RepoPath } from '../model/ids.ts'
import { folderOf, nameOf } from './file-names.ts'
import { dayIn, recordStatus, recordText } from './record-text.ts'

/** `0007-use-x.md`, `ADR-0007-use-x.md`, `20260301-use-x.md`: templates, indexes and readmes have no number. */
const NUMBERED = /^(?:[A-Za-z]{2,5}[-_ ])?(?:\d{8}|\d{1,6})[-_. ]+(?!template)\S.*\.md$/i

const FOLDERS = /^(?:adrs?|decisions?|decision-?(?:records?|logs?)|architecture-?decisions?(?:-?records?)?|madrs?)$/i

/**
 * True for a file that is a record of a decision as MADR, log4brains and adr-tools keep them: numbered, in a folder that
 * their settings name or that is called so, with a status.
 *
 * @param named - folders that `.adr-dir` and `.log4brains.yml` name
 */
export function isRecord(
  path: RepoPath,
  named: ReadonlySet<string>,
  raw: Readonly<Record<string, unknown>>,
  body: string,
): boolean {
  if (!NUMBERED.test(nameOf(path))) return false
  const folder = folderOf(path)
  if (named.has(folder)) return true
  if (!FOLDERS.test(nameOf(folder))) return false
  return typeof raw['status'] === 'string' || recordText(body).status !== null
}

/**
 * Front matter of a decision with what its text and the keys of others say beside it; what it says in our keys goes
 * before them. Nothing has to be edited for that.
 */
export function recordFrontMatter(
  path: RepoPath,
  data: FrontMatter,
  raw: Readonly<Record<string, unknown>>,
  body: string,
): FrontMatter {
  const text = recordText(body)
  const written = textOf(raw['status'])
  const { date: statusDate, ...status } = recordStatus(written === null ? (text.status ?? []) : [written])
  const day = dayIn(textOf(raw['date']) ?? '') ?? text.date ?? statusDate ?? dayOfName(path)
  const isOpen = (data.status ?? status.status) === 'proposed'
  const makers = listOf(raw['decision-makers'] ?? raw['decision_makers'])
  const read: FrontMatter = {
    ...status,
    ...(day !== null && !isOpen && { decided: day }),
    ...filled('deciders', makers.length > 0 ? makers : text.deciders),
    ...filled('consulted', text.consulted),
    ...filled('informed', text.informed),
    ...filled('supersedes', text.supersedes),
    ...filled('options', text.options),
    ...(text.chosen !== null && { chosen: text.chosen }),
  }
  return { ...read, ...data }
}

/** log4brains writes the day into the name of the file. */
function dayOfName(path: RepoPath): string | null {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})\D/.exec(nameOf(path)) ?? []
  return year === undefined ? null : dayIn(`${year}-${month}-${day}`)
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null)

function listOf(value: unknown): readonly string[] {
  const all = Array.isArray(value) ? value : [value]
  return all
    .flatMap((each) => textOf(each)?.split(',') ?? [])
    .map((name) => name.trim())
    .filter((name) => name !== '' && !/^\{.*\}$/.test(name))
}

function filled(key: keyof FrontMatter, values: readonly string[]): FrontMatter {
  return values.length === 0 ? {} : { [key]: [...values] }
}
