import { followArrows } from './arrows.ts'
import { el } from './dom.ts'
import { Panel } from './panel.ts'
import { howToAsk, resultCount } from './wording.ts'

/**
 * The results page: what is asked stands in the address, so that it can be linked and gone back to.
 *
 * @param place - holds the form; results are put after it
 */
export function searchHere(place: HTMLElement): void {
  const form = place.querySelector('form')
  const field = form?.querySelector<HTMLInputElement>('input[name="q"]')
  if (form == null || field == null) return
  const title = document.title
  const panel = new Panel({
    field,
    opensFirst: false,
    hint: howToAsk,
    onShown: (found) => {
      count.textContent = found === null || found.total === 0 ? '' : resultCount(found.total)
      document.title = found === null ? title : `${found.query} | ${title}`
      keepAddress()
    },
    more: (_, self) => {
      const button = el('button', { class: 'btn', type: 'button' }, 'Show more')
      button.addEventListener('click', () => void self.showMore())
      return el('p', {}, button)
    },
    failed: (self) => {
      const again = el('button', { class: 'btn main', type: 'button' }, 'Try again')
      again.addEventListener('click', () => void self.search())
      return again
    },
  })
  const count = el('p', { class: 'quiet count-line', 'aria-hidden': 'true' })
  form.after(panel.filters.element, panel.status, count, panel.notes, panel.list, panel.below, panel.beside)
  followArrows(place, field, false)

  const asked = () => new URL(location.href).searchParams
  const names = ['q', 'kind', 'folder'] as const
  const readAddress = (): void => {
    const [q, kind, folder] = names.map((name) => asked().get(name) || null)
    field.value = (q ?? '').slice(0, 500)
    panel.filters.choose({ kind: kind ?? null, folder: folder ?? null })
    isSettled = true
    void panel.search()
  }
  // What was asked when the page came, when Enter was pressed or before going back can be gone back to.
  let isSettled = true
  const keepAddress = (): void => {
    const { kind, folder } = panel.filters.chosen()
    const state = panel.query === '' ? { q: null, kind: null, folder: null } : { q: panel.query, kind, folder }
    const before = asked()
    if (names.every((name) => (before.get(name) || null) === state[name])) return
    const address = new URL(location.href)
    for (const name of names) {
      if (state[name] === null) address.searchParams.delete(name)
      else address.searchParams.set(name, state[name])
    }
    history[isSettled ? 'pushState' : 'replaceState'](null, '', address)
    isSettled = false
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    keepAddress()
    isSettled = true
    if (matchMedia('(pointer: coarse)').matches) field.blur()
    void panel.search()
  })
  addEventListener('popstate', readAddress)
  readAddress()
  if (field.value === '' && matchMedia('(pointer: fine)').matches) field.focus()
}
