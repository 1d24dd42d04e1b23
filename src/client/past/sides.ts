/** Shows a change side by side: two copies of the one text, each without what the other side has. */
export function showSides(element: Element): void {
  const text = element.querySelector('.changed')
  if (text === null || element.querySelector('.pair') !== null) return
  const pair = document.createElement('div')
  pair.className = 'pair'
  pair.append(sideOf(text, 'Before', 'ins'), sideOf(text, 'After', 'del'))
  text.after(pair)
}

function sideOf(text: Element, name: string, other: string): HTMLElement {
  const side = document.createElement('div')
  const label = document.createElement('p')
  label.className = 'label'
  label.textContent = name
  const copy = text.cloneNode(true) as HTMLElement
  for (const mark of copy.querySelectorAll(other)) mark.remove()
  // A link of which all was on the other side leads nowhere here, and has no name to be heard.
  for (const left of copy.querySelectorAll('a, li, p, tr'))
    if (left.textContent.trim() === '' && left.querySelector('input, hr') === null) left.remove()
  side.append(label, copy)
  return side
}
