import type { Dialect, Form, Tag, TagPlace } from './dialect.ts'
import { alertOf, capital, titleOfKind } from './kinds.ts'
import { betweenMarks } from './marks.ts'
import { bold, imageOf, linkTo, plainWords } from './words.ts'

const MARKS = [
  { open: '![[', close: ']]' },
  { open: '[[', close: ']]' },
  { open: '%%', close: '%%' },
] as const

const IMAGE = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|ico)$/i
/** A call-out of a kind that GitHub does not know, or the name that Obsidian gave a paragraph. */
const LINES = /^((?:[ \t]*>)+)[ \t]*\[!([\w-]+)\][-+]?[ \t]*(.*)$|[ \t]\^[a-z0-9]{6}$/gm
const OURS = /^(?:note|tip|important|warning|caution)$/i

/** Links and call-outs of wikis: Obsidian, Gollum, and the wikis of GitHub and GitLab, whose links stand the other way round. */
export const wiki: Dialect = {
  name: 'wiki',
  what: 'wiki links',
  find: (text, isCode) => {
    let defined: ReadonlySet<string> | null = null
    const tags: Tag[] = betweenMarks(text, isCode, MARKS, ({ inner, marks, start, end }) => {
      if (marks.open === '%%') {
        const isComment =
          !/[\w%]/.test(text.charAt(start - 1)) && !/[\w%]/.test(text.charAt(end)) && inner.trim() !== ''
        return isComment ? { start, end, word: '%%', rest: '', role: 'single' } : null
      }
      // `[[1]](#a)` is a link, `x[[1]]` and `[[ -f x ]]` are code, `[[1]]` with a definition is a reference.
      if (!/^[^[\]\n]{1,300}$/.test(inner) || /^\s*[-$!"']|^_?toc_?$/i.test(inner)) return null
      if (/[([]/.test(text.charAt(end)) || (marks.open === '[[' && /[\w\])]/.test(text.charAt(start - 1)))) return null
      defined ??= new Set([...text.matchAll(/^ {0,3}\[([^\]\n]+)\]:/gm)].map(([, name = '']) => name.toLowerCase()))
      return defined.has(inner.toLowerCase()) ? null : { start, end, word: marks.open, rest: inner, role: 'single' }
    })
    for (const { 0: line, 1: marks, 2: kind = '', 3: title = '', index } of text.matchAll(LINES)) {
      const start = marks === undefined ? index : index + line.indexOf('[!')
      if (isCode(start) || (marks !== undefined && (OURS.test(kind) || isQuoted(text, index, marks)))) continue
      const end = index + line.length
      tags.push({ start, end, word: marks === undefined ? '%%' : kind, rest: title, role: 'single' })
    }
    return tags.sort((a, b) => a.start - b.start)
  },
  form,
}

/** Whether the line above stands in the same quotation, so that this one does not begin it. */
function isQuoted(text: string, index: number, marks: string): boolean {
  const above = /^(?:[ \t]*>)*/.exec(text.slice(text.lastIndexOf('\n', index - 2) + 1, Math.max(0, index - 1)))?.[0]
  return depthOf(above ?? '') >= depthOf(marks)
}

const depthOf = (marks: string): number => marks.split('>').length

function form({ word, rest }: Tag, place: TagPlace): Form {
  if (word === '%%') return { kind: 'hidden' }
  if (word === '[[' || word === '![[') return linked(rest, word === '![[', place)
  const alert = alertOf(word) ?? 'NOTE'
  // A sentence is no title.
  if (/[.!?]$|^.{81}/.test(rest.trim())) return { kind: 'text', text: `[!${alert}] ${rest}` }
  const title = bold(rest) || bold(titleOfKind(word) ?? (alertOf(word) === null ? capital(word) : ''))
  return { kind: 'text', text: `[!${alert}]${title === '' ? '' : ` ${title}`}` }
}

function linked(written: string, isEmbed: boolean, { page }: TagPlace): Form {
  const [first = '', ...others] = written.split(/\\?\|/).map((part) => part.trim())
  const find = (name: string) => pageOf(name, page)
  const last = others.at(-1)
  // Obsidian writes the target first, Gollum and GitHub last.
  const isTurned =
    last !== undefined && find(first) === null && (/^https?:/.test(last) || IMAGE.test(last) || find(last) !== null)
  const target = isTurned ? last : first
  const file = page.handbook.file(pathOf(target), page.path)
  const address = file === null ? target : `/${file}`
  if (IMAGE.test(pathOf(target)) && (isEmbed || others.length === 0 || isTurned || /^\w+=/.test(last ?? ''))) {
    const words = isTurned ? first : others.find((part) => !/^\d+(?:x\d+)?$|^(?!alt=)\w+=/.test(part))
    return { kind: 'text', text: imageOf(address, words?.replace(/^alt=/, '') ?? '') }
  }
  if (file !== null) return { kind: 'text', text: linkTo(address, isTurned ? first : last) }
  const found = find(target)
  const heading = target.split('#').slice(1).at(-1) ?? ''
  if (isEmbed && found !== null) {
    const text = page.include(`/${found}`, 'anywhere', new Map(), (whole) => partOf(whole, heading))
    return { kind: 'markdown', text: text ?? plainWords(target), isApart: text !== null }
  }
  const hash = heading === '' || heading.startsWith('^') ? '' : `#${heading}`
  const name = target.replace(/^#|\.md(?=#|$)/g, '').replace(/#\^.*$/, '')
  const words = (isTurned ? first : last) ?? name.replaceAll('#', ': ')
  const path = found === null ? pathOf(target) : `/${found}`
  return { kind: 'text', text: linkTo(encoded(path) + hash.replaceAll(' ', '%20'), words || target) }
}

/** The page of a name; wikis write blanks as dashes in the names of files. */
function pageOf(name: string, { handbook, path }: TagPlace['page']): ReturnType<typeof handbook.find> {
  const plain = pathOf(name)
  if (plain === '') return null
  return handbook.find(plain, path) ?? handbook.find(plain.replace(/[ /]+/g, '-'), path)
}

const pathOf = (target: string): string => target.replace(/#.*$/, '').trim()

const encoded = (path: string): string => path.replace(/[%?#]/g, encodeURIComponent)

/** What stands below a heading, or the block of a name; else all. */
function partOf(text: string, heading: string): string {
  const lines = text.split('\n')
  if (heading.startsWith('^')) {
    const at = lines.findIndex((line) => line.trimEnd().endsWith(heading))
    const start = lines.findLastIndex((line, index) => index < at && line.trim() === '') + 1
    return at === -1 ? text : lines.slice(start, at + 1).join('\n')
  }
  const wanted = heading.trim().toLowerCase()
  const start = lines.findIndex(
    (line) =>
      /^#+[ \t]/.test(line) &&
      line
        .replace(/^#+|#+$/g, '')
        .trim()
        .toLowerCase() === wanted,
  )
  if (wanted === '' || start === -1) return text
  const depth = /^#+/.exec(lines[start] ?? '')?.[0].length ?? 1
  const end = lines.findIndex((line, index) => index > start && new RegExp(`^#{1,${depth}}[ \\t]`).test(line))
  return lines.slice(start, end === -1 ? undefined : end).join('\n')
}
