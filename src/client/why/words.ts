import { compareInBrowser } from '../../markdown/browser/compare.ts'
import { textOfVersion } from '../../model/archive.ts'
import { loadArchive } from '../past/archive.ts'
import { routeHere } from '../site-tree.ts'

/** Words of unchanged text that are left around a change. */
const AROUND = 12
/** Share of words that what a change left and what stands there today must have in common to be one block. */
const SAME = 0.5

/**
 * What a change did to a block of this page, words out and words in; null where its versions may not be read, or the
 * block cannot be told in them.
 *
 * @param change - first 12 characters of its commit id
 * @param text - what the block says today
 */
export async function wordsOfChange(change: string, text: string): Promise<HTMLElement | null> {
  const loaded = await loadArchive(routeHere())
  if (!('archive' in loaded)) return null
  const { archive } = loaded
  const at = archive.versions.findIndex(({ id }) => id === change)
  const [after, before] = [archive.versions[at], archive.versions[at + 1]]
  if (at < 0 || after === undefined || before === undefined || before.gap === true) return null
  const { rendered } = await compareInBrowser(textOfVersion(archive, before), textOfVersion(archive, after))
  if (rendered === null) return null
  const parsed = document.createElement('template')
  // The sanitiser's tree; only its text and its marks are taken from it.
  parsed.innerHTML = rendered.html
  const block = nearest(
    [...parsed.content.querySelectorAll('p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, pre')],
    text,
  )
  if (block === null) return null
  const words = document.createElement('p')
  words.className = 'words'
  words.dir = 'auto'
  words.append(...cut(marksOf(block)))
  return words
}

/** The smallest changed element whose text after the change is most like that of today. */
function nearest(elements: readonly Element[], text: string): Element | null {
  const wanted = wordsIn(text)
  let best: Element | null = null
  let most = SAME
  for (const element of elements) {
    if (element.querySelector('ins, del') === null) continue
    const copy = element.cloneNode(true) as Element
    for (const gone of copy.querySelectorAll('del, .sr')) gone.remove()
    const own = wordsIn(copy.textContent ?? '')
    let shared = 0
    for (const word of own) if (wanted.has(word)) shared += 1
    const likeness = own.size + wanted.size === 0 ? 0 : (2 * shared) / (own.size + wanted.size)
    if (likeness >= most) {
      most = likeness
      best = element
    }
  }
  return best
}

const wordsIn = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])

/** Text and marks of an element; what else it holds is its text alone. */
function marksOf(element: Element): readonly (string | Element)[] {
  return [...element.childNodes].flatMap((node): readonly (string | Element)[] => {
    if (!(node instanceof Element)) return [node.textContent ?? '']
    if (!node.matches('ins, del, .sr')) return marksOf(node)
    const mark = document.createElement(node.matches('.sr') ? 'span' : node.localName)
    if (node.matches('.sr')) mark.className = 'sr'
    mark.append(...marksOf(node))
    return [mark]
  })
}

/** Long runs of words that did not change, shortened. */
function cut(parts: readonly (string | Element)[]): readonly (string | Element)[] {
  const joined: (string | Element)[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (typeof part === 'string' && typeof last === 'string') joined[joined.length - 1] = last + part
    else joined.push(part)
  }
  return joined.map((part, index) => {
    if (typeof part !== 'string') return part
    const words = part.split(/(?<=\s)/)
    const [isFirst, isLast] = [index === 0, index === joined.length - 1]
    if (words.length <= AROUND * (isFirst || isLast ? 1 : 2)) return part
    const start = isFirst ? '' : words.slice(0, AROUND).join('')
    return `${start.trimEnd()}${isFirst ? '' : ' '}…${isLast ? '' : ` ${words.slice(-AROUND).join('')}`}`
  })
}
