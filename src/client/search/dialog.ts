import type { Found } from '../../search/query/find.ts'
import { followArrows } from './arrows.ts'
import { el, icon } from './dom.ts'
import { Panel } from './panel.ts'
import { howToAsk, resultCount } from './wording.ts'

let open: ((typed: string) => void) | undefined

/**
 * Opens the search dialog; it is made once a page and keeps what was asked.
 *
 * @param action - address of the results page, where its form leads
 * @param typed - what was typed before it was there
 */
export function openSearch(action: string, typed: string): void {
  open ??= makeDialog(action)
  open(typed)
}

function makeDialog(action: string): (typed: string) => void {
  const field = el('input', {
    name: 'q',
    type: 'search',
    autocomplete: 'off',
    enterkeyhint: 'search',
    spellcheck: 'false',
  })
  const close = el('button', { class: 'icon', type: 'button', 'aria-label': 'Close search' }, icon('x'))
  const panel: Panel = new Panel({
    field,
    opensFirst: true,
    hint: howToAsk,
    onShown: () => {},
    more: (found, self) => allLink(action, found, self),
    failed: () => el('button', { class: 'btn main', type: 'submit' }, 'Search on the results page'),
  })
  const keys = el(
    'p',
    { class: 'meta keys' },
    el('span', {}, el('kbd', {}, '↑'), ' ', el('kbd', {}, '↓'), ' move'),
    el('span', {}, el('kbd', {}, 'Enter'), ' open'),
    el('span', {}, el('kbd', {}, 'Esc'), ' close'),
  )
  const form = el(
    'form',
    { class: 'finder', method: 'get', action, role: 'search' },
    el(
      'div',
      { class: 'ask' },
      icon('search'),
      el('label', {}, el('span', { class: 'sr' }, 'Search the handbook'), field),
      close,
    ),
    panel.filters.element,
    panel.status,
    el('div', { class: 'found' }, panel.notes, panel.list, panel.below, panel.beside),
    keys,
  )
  const dialog = el('dialog', { class: 'search', 'aria-label': 'Search', lang: 'en', dir: 'ltr' }, form)
  followArrows(dialog, field, true)
  field.addEventListener('keydown', (event) => enter(event, panel))
  close.addEventListener('click', () => dialog.close())
  dialog.addEventListener('keydown', (event) => {
    // A field for searches takes the first Escape to empty itself.
    if (event.key !== 'Escape') return
    event.preventDefault()
    dialog.close()
  })
  dialog.addEventListener('click', (event) => {
    const link = (event.target as HTMLElement).closest('a')
    // On the dialog itself only its backdrop can be met. A link may lead to this very page.
    if (event.target === dialog || (link !== null && !opensElsewhere(event))) dialog.close()
  })
  document.body.append(dialog)
  return (typed) => {
    if (!dialog.open) dialog.showModal()
    field.focus()
    if (typed === '') {
      field.select()
      return
    }
    field.value = typed
    field.dispatchEvent(new Event('input'))
  }
}

/** Enter opens the first result once it answers what was typed; before, the form leads to the results page. */
function enter(event: KeyboardEvent, panel: Panel): void {
  if (event.key !== 'Enter' || event.isComposing || !panel.isCurrent) return
  const first = panel.list.querySelector('.at .t') ?? panel.list.querySelector('.t')
  if (first === null) return
  event.preventDefault()
  const { ctrlKey, metaKey, shiftKey } = event
  first.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }))
}

function allLink(action: string, found: Found, panel: Panel): HTMLElement {
  const address = new URL(action, document.baseURI)
  const { kind, folder } = panel.filters.chosen()
  address.search = new URLSearchParams({
    q: found.query,
    ...(kind === null ? {} : { kind }),
    ...(folder === null ? {} : { folder }),
  }).toString()
  return el('p', {}, el('a', { href: address.href }, `All ${resultCount(found.total)}`))
}

const opensElsewhere = ({ ctrlKey, metaKey, shiftKey }: MouseEvent): boolean => ctrlKey || metaKey || shiftKey
