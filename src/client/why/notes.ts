import { isUpright } from '../../components/words.ts'
import type { WhyChange, WhyFile } from '../../model/why-file.ts'
import { dayWords } from '../../text/dates.ts'

/** What the notes of a page can do once what is known of its blocks has been loaded. */
export interface Notes {
  /** Tells in an open note all that is known of its block. */
  fill(note: HTMLDetailsElement): void
  /** Gives every block with a recorded reason its note. */
  every(): void
  /** Opens a note beside the block that a question stands behind. */
  ask(question: HTMLElement): void
  copy(link: HTMLAnchorElement): Promise<void>
}

let loading: Promise<Notes> | undefined

/** The notes of a page's text; its file is read once. */
export function notesOf(text: HTMLElement, file: URL): Promise<Notes> {
  loading ??= load(file).then((known) => new PageNotes(text, known))
  return loading
}

async function load(file: URL): Promise<WhyFile | null> {
  try {
    const response = await fetch(file)
    return response.ok ? ((await response.json()) as WhyFile) : null
  } catch {
    return null
  }
}

/** Elements of the text that are its parts: what stands between them is ours. */
const partsOf = (text: HTMLElement): readonly HTMLElement[] =>
  [...text.children].filter((child): child is HTMLElement => child instanceof HTMLElement && !child.matches('.whyask'))

class PageNotes implements Notes {
  readonly #file: WhyFile | null
  readonly #parts: readonly HTMLElement[]
  #hasEvery = false

  constructor(text: HTMLElement, file: WhyFile | null) {
    this.#file = file
    this.#parts = partsOf(text)
  }

  fill(note: HTMLDetailsElement): void {
    const full = note.querySelector<HTMLElement>('.full')
    const part = note.parentElement
    if (full === null || part === null || note.classList.contains('filled')) return
    if (this.#file === null) return void full.prepend(sentence('What is known of this paragraph could not be loaded.'))
    const at = this.#parts.findIndex((each) => each === part || part.contains(each))
    const block = this.#blockOf(at)
    if (block === null) return
    note.classList.add('filled')
    full.replaceChildren(...this.#told(block, note.querySelector('.when')?.textContent?.includes('Changed') ?? false))
    void this.#addWords(full, block, part)
  }

  every(): void {
    if (this.#hasEvery || this.#file === null) return
    this.#hasEvery = true
    for (const [at, , told] of this.#file.parts) if (told >= 0) this.#add(at, 'also')
  }

  ask(question: HTMLElement): void {
    const before = question.previousElementSibling
    question.remove()
    const at = this.#parts.findIndex((each) => each === before || before?.contains(each))
    const note = this.#add(at, 'asked') ?? this.#unknown(at)
    if (note === null) return
    note.open = true
    note.querySelector('summary')?.focus()
  }

  async copy(link: HTMLAnchorElement): Promise<void> {
    location.hash = link.hash
    let words = 'Its address is in the address bar'
    try {
      await navigator.clipboard.writeText(new URL(link.hash, location.href).href)
      words = 'Copied'
    } catch {
      // No permission: the address bar has it.
    }
    link.textContent = words
    link.setAttribute('role', 'status')
  }

  #blockOf(at: number): WhyFile['blocks'][number] | null {
    const part = this.#file?.parts.find(([place]) => place === at)
    return part === undefined ? null : (this.#file?.blocks[part[1]] ?? null)
  }

  /** A note beside a part that has none; null where nothing is known of it. */
  #add(at: number, name: 'also' | 'asked'): HTMLDetailsElement | null {
    const block = this.#blockOf(at)
    const part = this.#parts[at]
    const [, , last = -1, introduced = -1] = block ?? []
    const told = this.#file?.parts.find(([place]) => place === at)?.[2] ?? -1
    const shown = told >= 0 ? told : last >= 0 ? last : introduced
    const change = this.#file?.changes[shown]
    if (block === null || part === undefined || change === undefined) return null
    return place(part, noteOf(change, shown === last && last !== introduced ? 'Changed' : 'Since', name))
  }

  /** What is said of a part whose history may not be told or is not known. */
  #unknown(at: number): HTMLDetailsElement | null {
    const part = this.#parts[at]
    if (part === undefined) return null
    const note = element('details', 'note asked filled')
    const why = this.#file === null ? 'It could not be loaded.' : 'Nothing is known of where these words come from.'
    note.append(element('summary', '', element('span', 'when', 'Why it says this')), sentence(why))
    return place(part, note as HTMLDetailsElement)
  }

  /** The words that its last change took out and put in, above the reason, when they are loaded. */
  async #addWords(full: HTMLElement, [anchor, , last, introduced]: WhyFile['blocks'][number], part: HTMLElement) {
    const change = last === introduced ? undefined : this.#file?.changes[last]
    if (change === undefined) return
    const said = (anchor === null ? null : document.getElementById(anchor)) ?? part.firstElementChild ?? part
    try {
      const { wordsOfChange } = await import('./words.ts')
      const words = await wordsOfChange(change.id, said.textContent ?? '')
      const first = full.firstElementChild
      if (words === null) return
      if (first?.matches('.when')) first.after(words)
      else full.prepend(words)
    } catch {
      // The change's own page has them.
    }
  }

  /** The last change of substance first, then the one it came in with. */
  #told([anchor, , last, introduced]: WhyFile['blocks'][number], isSaid: boolean): readonly Node[] {
    const changes = this.#file?.changes ?? []
    const [changed, came] = [changes[last], changes[introduced]]
    const two = changed !== undefined && came !== undefined && changed !== came
    const nodes: Node[] = []
    if (changed !== undefined) nodes.push(...told(changed, two && !isSaid ? 'Last changed' : null))
    if (came !== undefined && came !== changed) nodes.push(...told(came, two ? 'Came in with' : null))
    if (anchor !== null) {
      const link = element('a', 'copy', 'Copy a link to this paragraph')
      link.setAttribute('href', `#${anchor}`)
      link.setAttribute('aria-keyshortcuts', 'c')
      nodes.push(element('p', 'links', link))
    }
    return nodes
  }
}

/** One change: when, its reason or that none was recorded, and the way to it. */
function told(change: WhyChange, heading: string | null): readonly Node[] {
  const { reason, href, title, reference, people, pages } = change
  const nodes: Node[] = []
  const when = change.landedAt === null ? 'on an unknown date' : dayWords(change.landedAt)
  if (heading !== null) nodes.push(element('p', 'when', `${heading} ${when}`))
  if (reason === null)
    nodes.push(sentence('No reason was recorded for this change. Its title says what it did:'), sentence(title))
  else {
    if (reason.kind === 'what') nodes.push(element('p', 'said-by', reason.label))
    const said = element('div', `reason${isUpright(reason.short) ? ' upright' : ''}`)
    said.dir = 'auto'
    // Safe HTML: the build made it with the one sanitiser.
    said.innerHTML = reason.html
    nodes.push(said)
  }
  const about = [reference, people, pages > 1 ? `${pages} pages` : ''].filter((each) => each !== null && each !== '')
  if (about.length > 0) nodes.push(element('p', 'ref', about.join(', ')))
  const link = element('a', '', 'Open the change')
  link.setAttribute('href', href)
  link.setAttribute('aria-label', `Open the change: ${title}`)
  nodes.push(element('p', 'links', link))
  return nodes
}

function noteOf(change: WhyChange, word: string, name: string): HTMLDetailsElement {
  const note = element('details', `note ${name}`) as HTMLDetailsElement
  const summary = element('summary', '')
  summary.append(
    element('span', 'when', `${word} ${change.landedAt === null ? 'an unknown date' : dayWords(change.landedAt)}`),
  )
  if (change.reason !== null) {
    const said = element('q', `why${isUpright(change.reason.short) ? ' upright' : ''}`, change.reason.short)
    said.dir = 'auto'
    summary.append(said)
  } else summary.append(element('span', 'said-by', change.title))
  const about = [change.reference, change.people].filter((each) => each !== null && each !== '').join(', ')
  if (about !== '') summary.append(element('span', 'ref', about))
  note.append(summary, element('div', 'full'))
  return note
}

/** Puts a note behind a part's text; a part that is no block yet becomes one. */
function place(part: HTMLElement, note: HTMLDetailsElement): HTMLDetailsElement | null {
  const parent = part.parentElement
  if (parent === null) return null
  const isBlock = part.matches('.block')
  if ((isBlock ? part : parent).querySelector(':scope > .note') !== null) return null
  const block = isBlock ? part : parent.matches('.block') ? parent : element('div', 'block')
  if (block !== part && block !== parent) {
    part.replaceWith(block)
    block.append(part)
  }
  block.append(note)
  return note
}

function element(name: string, className: string, ...inside: readonly (Node | string)[]): HTMLElement {
  const made = document.createElement(name)
  if (className !== '') made.className = className
  made.append(...inside)
  return made
}

const sentence = (words: string): HTMLElement => element('p', '', words)
