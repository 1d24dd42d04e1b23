import { el } from '../search/dom.ts'
import { ownReading } from './own.ts'
import { ownStore } from './store.ts'

/** Shows what is remembered and the buttons for it; says so where the browser keeps nothing. */
export function showPanel(place: HTMLElement): void {
  const reading = ownReading()
  const said = el('p', { role: 'status', class: 'quiet' })
  if (ownStore() === null) {
    place.replaceChildren(
      el('p', { class: 'empty' }, 'This browser keeps nothing for this site, so nothing is remembered.'),
    )
    return
  }
  const state = el('p', {})
  const takeAlong = el('button', { type: 'button', class: 'btn' }, 'Take it along')
  const bring = el('input', { type: 'file', accept: 'application/json,.json', id: 'bring' })
  const forget = el('button', { type: 'button', class: 'btn' }, 'Forget everything')
  const turn = el('button', { type: 'button', class: 'btn' })
  const draw = (words: string): void => {
    const count = reading.count()
    const isOn = reading.isOn()
    state.textContent = isOn
      ? `${count === 0 ? 'No page is' : count === 1 ? '1 page is' : `${count} pages are`} remembered as read in this browser.`
      : 'Nothing is remembered in this browser.'
    turn.textContent = isOn ? 'Remember nothing from now on' : 'Remember what I read'
    takeAlong.disabled = !isOn || count === 0
    forget.disabled = count === 0
    said.textContent = words
  }
  takeAlong.addEventListener('click', () => {
    const address = URL.createObjectURL(new Blob([reading.write()], { type: 'application/json' }))
    const link = el('a', { href: address, download: 'whybook-reading.json' })
    link.click()
    // The browser has to have begun with it.
    setTimeout(() => URL.revokeObjectURL(address), 10_000)
    draw('It is in the file whybook-reading.json.')
  })
  bring.addEventListener('change', async () => {
    const file = bring.files?.[0]
    if (file === undefined) return
    const taken = file.size > 10_000_000 ? null : reading.take(await file.text().catch(() => ''))
    bring.value = ''
    draw(
      taken === null
        ? 'This is no file of that kind.'
        : `${taken} ${taken === 1 ? 'page was' : 'pages were'} brought along.`,
    )
  })
  forget.addEventListener('click', () => {
    reading.clear()
    draw('Everything was forgotten.')
  })
  turn.addEventListener('click', () => {
    reading.turn(!reading.isOn())
    draw('')
  })
  draw('')
  place.replaceChildren(
    state,
    el('div', { class: 'actions' }, takeAlong, forget, turn),
    el('p', { class: 'field' }, el('label', { for: 'bring' }, 'Bring along what another browser remembered'), bring),
    said,
  )
}
