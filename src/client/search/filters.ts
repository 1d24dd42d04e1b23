import type { FilterCount, Found, Narrowed } from '../../search/query/find.ts'
import { el } from './dom.ts'
import { kindNamePlural, kindOrder } from './wording.ts'

/** Choices that narrow results, with how many each would leave. */
export interface Filters {
  readonly element: HTMLElement
  /** What is chosen. */
  chosen(): Narrowed
  choose(narrowed: Narrowed): void
  /** Shows the counts of a search; hidden while there is nothing to choose between. */
  show(found: Found | null): void
}

/**
 * Kinds as one row of choices, folders as a menu; a handbook of one kind or one folder has neither.
 *
 * @param onChange - called when a person chose something else
 */
export function makeFilters(onChange: () => void): Filters {
  const kinds = el('div', { class: 'seg' })
  const kindSet = el('fieldset', {}, el('legend', { class: 'sr' }, 'Kind'), kinds)
  const folders = el('select', { class: 'input', name: 'folder' })
  const folderSet = el('label', {}, el('span', { class: 'sr' }, 'Section'), folders)
  const element = el('div', { class: 'filters', hidden: true }, kindSet, folderSet)
  element.addEventListener('change', onChange)
  let wanted: Narrowed = { kind: null, folder: null }

  return {
    element,
    chosen() {
      const kind = kinds.querySelector<HTMLInputElement>('input:checked')
      return {
        kind: kind === null ? wanted.kind : kind.value || null,
        folder: folders.options.length === 0 ? wanted.folder : folders.value || null,
      }
    },
    choose(narrowed) {
      wanted = narrowed
      for (const input of kinds.querySelectorAll('input')) input.checked = input.value === (narrowed.kind ?? '')
      if (folders.options.length > 0) folders.value = narrowed.folder ?? ''
    },
    show(found) {
      const isAny =
        found !== null && (found.total > 0 || found.narrowed.kind !== null || found.narrowed.folder !== null)
      const someKinds = isAny && found.kinds.length > 1
      const someFolders = isAny && found.folders.length > 1
      element.hidden = !someKinds && !someFolders
      kindSet.hidden = !someKinds
      folderSet.hidden = !someFolders
      if (found === null) return
      wanted = found.narrowed
      showKinds(kinds, found.kinds, wanted.kind)
      showFolders(folders, found.folders, wanted.folder)
    },
  }
}

/** Keeps the choices that are there, so that the one with the focus keeps it. */
function showKinds(row: HTMLElement, kinds: readonly FilterCount[], chosen: string | null): void {
  const all = { value: '', count: kinds.reduce((sum, { count }) => sum + count, 0) }
  const ordered = [...kinds].sort((a, b) => kindOrder(a.value) - kindOrder(b.value))
  for (const { value, count } of [all, ...ordered]) {
    const words = `${value === '' ? 'Everything' : kindNamePlural(value)} ${count}`
    const there = [...row.querySelectorAll('input')].find((input) => input.value === value)
    const label = there?.nextElementSibling
    if (label != null) label.textContent = words
    else {
      const input = el('input', { type: 'radio', name: 'kind', value, checked: value === (chosen ?? '') })
      row.append(el('label', {}, input, el('span', {}, words)))
    }
  }
}

function showFolders(menu: HTMLSelectElement, folders: readonly FilterCount[], chosen: string | null): void {
  const shown = folders.filter(({ value, count }) => count > 0 || value === chosen)
  menu.replaceChildren(
    el('option', { value: '' }, 'All sections'),
    ...shown.map(({ value, count }) => el('option', { value }, `${value} (${count})`)),
  )
  menu.value = chosen ?? ''
}
