import { besideHits } from '../../search/query/beside.ts'
import type { Found } from '../../search/query/find.ts'
import { understoodSentence } from '../../search/query/understood.ts'
import { showBeside } from './beside.ts'
import { el } from './dom.ts'
import { type Filters, makeFilters } from './filters.ts'
import { isReachable, loadFinder } from './load.ts'
import { recentList, rememberSearch } from './recent.ts'
import { resultItem } from './results.ts'
import { noneFound, resultCount, someUnknown } from './wording.ts'

/** What a panel is told by the place it stands in, the dialog or the results page. */
export interface PanelOptions {
  readonly field: HTMLInputElement
  /** Whether Enter in the field opens the first result. */
  readonly opensFirst: boolean
  /** What stands there while nothing is asked. */
  readonly hint: string
  /** Called when other results are shown, or none. */
  onShown(found: Found | null): void
  /** What stands below a list that goes on. */
  more(found: Found, panel: Panel): HTMLElement
  /** The way on when the index cannot be loaded. */
  failed(panel: Panel): HTMLElement
}

const typingPause = 120
const speakingPause = 700

/** Field, filters and results; the newest question wins, and results stay until the next ones are there. */
export class Panel {
  readonly filters: Filters
  readonly status = el('p', { class: 'sr', role: 'status' })
  readonly list = el('ol', { class: 'hits', 'aria-label': 'Results', hidden: true })
  /** Sentences above or instead of results. */
  readonly notes = el('div', { class: 'notes' })
  readonly below = el('div', { class: 'below' })
  /** What is found beside the pages, under its own heading. */
  readonly beside = el('section', { class: 'beside', hidden: true })
  readonly #options: PanelOptions
  #asked = 0
  /** What was asked for as it was typed. */
  #asTyped: string | null = null
  #shown: Found | null = null
  #tens = 0
  #typing: ReturnType<typeof setTimeout> | undefined
  #speaking: ReturnType<typeof setTimeout> | undefined

  constructor(options: PanelOptions) {
    this.#options = options
    this.filters = makeFilters(() => void this.search())
    options.field.addEventListener('input', () => {
      clearTimeout(this.#typing)
      this.#typing = setTimeout(() => void this.search(), typingPause)
    })
    this.list.addEventListener('click', () => rememberSearch(this.#shown?.query ?? ''))
    this.#hint()
  }

  get query(): string {
    return this.#options.field.value.trim().replaceAll(/\s+/g, ' ')
  }

  /** True when the results that are shown answer what stands in the field. */
  get isCurrent(): boolean {
    return this.#shown !== null && this.#shown.query === this.query
  }

  /** Asks anew at once. */
  async search(): Promise<void> {
    clearTimeout(this.#typing)
    this.#asked += 1
    const mine = this.#asked
    const query = this.query
    if (query === '') {
      this.#hint()
      this.#options.onShown(null)
      return
    }
    this.list.ariaBusy = 'true'
    try {
      const finder = await loadFinder()
      const found = await finder.find(query, this.filters.chosen(), this.#asTyped === query)
      const hits = await found.hits(0)
      if (mine !== this.#asked) return
      if (found.total === 0 && !(await isReachable())) throw new Error('The search index cannot be reached.')
      if (mine !== this.#asked) return
      this.#show(
        found,
        hits.map((hit, at) => resultItem(hit, at === 0)),
      )
    } catch {
      if (mine === this.#asked) this.#fail()
    }
  }

  /** Adds the next ten results and goes to the first of them. */
  async showMore(): Promise<void> {
    const found = this.#shown
    if (found === null) return
    const mine = this.#asked
    try {
      const items = (await found.hits(this.#tens)).map((hit) => resultItem(hit, false))
      if (mine !== this.#asked) return
      this.#tens += 1
      this.list.append(...items)
      this.#drawBelow(found)
      items[0]?.querySelector<HTMLElement>('.t')?.focus()
    } catch {
      if (mine === this.#asked) this.#fail()
    }
  }

  #show(found: Found, items: readonly HTMLLIElement[]): void {
    const hadFocus = this.list.contains(document.activeElement)
    this.#shown = found
    this.#tens = 1
    this.filters.show(found)
    this.list.replaceChildren(...items)
    this.list.hidden = items.length === 0
    this.list.ariaBusy = null
    if (this.#options.opensFirst) items[0]?.classList.add('at')
    const isNarrowed = found.narrowed.kind !== null || found.narrowed.folder !== null
    const sentence = items.length === 0 ? noneFound(found) : someUnknown(found)
    const understood = found.understood.map(understoodSentence).join(' ')
    this.notes.replaceChildren(
      ...(understood === '' ? [] : [el('p', { class: 'quiet' }, `${understood} `, this.#asTypedButton(found))]),
      ...(sentence === ''
        ? []
        : [
            el(
              'p',
              { class: items.length === 0 ? 'empty' : 'quiet' },
              sentence,
              ...this.#wayOn(found, items.length, isNarrowed),
            ),
          ]),
    )
    this.#drawBelow(found)
    if (hadFocus) this.#options.field.focus()
    const said = [items.length === 0 ? '' : resultCount(found.total), understood, sentence]
    this.#say(
      said
        .filter((part) => part !== '')
        .join('. ')
        .replaceAll('.. ', '. '),
    )
    this.#options.onShown(found)
    if (found.total === 0) void this.#showNearest(found, this.#asked)
    else void this.#showChanges(found, this.#asked)
  }

  /** What comes nearest to a question that nothing answers, and whom to ask about it. */
  async #showNearest(found: Found, mine: number): Promise<void> {
    const hits = await found.nearest().catch(() => [])
    if (mine !== this.#asked) return
    const owner = hits.find((hit) => hit.owner !== null)?.owner ?? null
    showBeside(this.beside, 'Nearest pages', hits, owner === null ? null : `Or ask ${owner}, who looks after them.`)
  }

  /** Asked once the pages stand there; where it cannot be loaded nothing is said of it. */
  async #showChanges({ query }: Found, mine: number): Promise<void> {
    const hits = await loadFinder('search-changes')
      .then((finder) => besideHits(finder, query, this.#asTyped === query))
      .catch(() => [])
    if (mine === this.#asked) showBeside(this.beside, 'Changes with a reason', hits)
  }

  /** The way back to the words as they were typed. */
  #asTypedButton({ query }: Found): HTMLElement {
    const button = el('button', { class: 'link', type: 'button' }, 'Search for what I typed')
    button.addEventListener('click', () => {
      this.#asTyped = query
      this.#options.field.focus()
      void this.search()
    })
    return button
  }

  #wayOn({ propose }: Found, count: number, isNarrowed: boolean): readonly (Node | string)[] {
    if (count > 0) return []
    if (!isNarrowed) {
      const link = propose === null ? null : el('a', { href: propose, rel: 'noopener' }, 'Propose a page about it')
      return [' Try other words for it, or fewer.', ...(link === null ? [] : [' ', link])]
    }
    const all = el('button', { class: 'btn', type: 'button' }, 'Search everything')
    all.addEventListener('click', () => {
      this.filters.choose({ kind: null, folder: null })
      this.#options.field.focus()
      void this.search()
    })
    return [' ', all]
  }

  #drawBelow(found: Found): void {
    this.below.replaceChildren(...(found.total > this.#tens * 10 ? [this.#options.more(found, this)] : []))
  }

  #hint(): void {
    this.#clear()
    const recent = recentList((query) => {
      this.#options.field.value = query
      this.#options.field.focus()
      void this.search()
    })
    this.notes.replaceChildren(el('p', { class: 'hint' }, this.#options.hint), ...(recent === null ? [] : [recent]))
    this.#say('')
  }

  #fail(): void {
    this.#clear()
    const sentence = 'The search index did not load.'
    this.notes.replaceChildren(el('div', { class: 'empty' }, el('p', {}, sentence), this.#options.failed(this)))
    this.#say(sentence)
  }

  #clear(): void {
    this.#shown = null
    this.filters.show(null)
    this.list.replaceChildren()
    this.list.hidden = true
    this.list.ariaBusy = null
    this.below.replaceChildren()
    showBeside(this.beside, '', [])
  }

  /** Said once typing has paused, or a screen reader would speak over every letter. */
  #say(sentence: string): void {
    clearTimeout(this.#speaking)
    this.#speaking = setTimeout(() => {
      this.status.textContent = sentence
    }, speakingPause)
  }
}
