import { readQuestionsFile, readSearchFile } from '../content/search-files.ts'
import type { Handbook } from '../handbook/handbook.ts'
import { type Finding, finding } from '../model/finding.ts'
import type { RepoPath } from '../model/ids.ts'
import type { Page } from '../model/page.ts'
import { stemAll } from './query/stem.ts'
import { ourWords, type SearchWords } from './search-words.ts'

type Place = Pick<Handbook, 'root' | 'contentRoot' | 'searchFiles' | 'pages' | 'newPage'>

/** A question that must find one of its pages in the first three results. */
export interface OwnQuestion {
  readonly question: string
  readonly pages: readonly Page[]
  readonly path: RepoPath
  readonly line: number
}

/** Our lists with what the handbook's `search.yml` adds to them and takes out of them. */
export function wordsOf(handbook: Place): { readonly words: SearchWords; readonly findings: readonly Finding[] } {
  const { path, data, findings, lineOf } = readSearchFile(handbook)
  const propose = handbook.newPage
  if (data === null) return { words: { ...ourWords, propose }, findings }
  const left = new Set(data.without.map(stemAll))
  const unknown: Finding[] = []
  const pinned = data.pinned.flatMap(({ question, page: name }, at) => {
    const page = pageNamed(handbook, name)
    if (page !== null) return [{ question, route: page.route }]
    unknown.push(noSuchPage(name, path, lineOf(['pinned', at, 'page'])))
    return []
  })
  const words: SearchWords = {
    groups: [...data.synonyms, ...ourWords.groups.filter((group) => !group.some((word) => left.has(stemAll(word))))],
    stop: data.stopWords.map((word) => word.toLowerCase()),
    keep: data.words.map((word) => word.toLowerCase()),
    pinned,
    propose,
  }
  return { words, findings: unknown }
}

/** The questions of `questions.yml` whose pages are there. */
export function questionsOf(handbook: Place): {
  readonly questions: readonly OwnQuestion[]
  readonly findings: readonly Finding[]
} {
  const { path, data, findings, lineOf } = readQuestionsFile(handbook)
  if (data === null || path === null) return { questions: [], findings }
  const unknown: Finding[] = []
  const questions = data.flatMap(({ question, page }, at) => {
    const pages = [page].flat().flatMap((name) => {
      const found = pageNamed(handbook, name)
      if (found === null) unknown.push(noSuchPage(name, path, lineOf([at, 'page'])))
      return found ?? []
    })
    return pages.length === 0 ? [] : [{ question, pages, path, line: lineOf([at]) }]
  })
  return { questions, findings: unknown }
}

/** A page by its path in the repository or below the content folder. */
function pageNamed({ pages, contentRoot }: Place, name: string): Page | null {
  const plain = name.replace(/^\.?\//, '')
  const below = contentRoot === '' ? plain : `${contentRoot}/${plain}`
  return pages.find(({ path }) => path === below) ?? pages.find(({ path }) => path === plain) ?? null
}

const noSuchPage = (name: string, path: RepoPath | null, line: number): Finding =>
  finding('search/unknown-page', 'warning', `There is no page “${name}” in this build.`, { path, line, column: null })
