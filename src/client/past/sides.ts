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
  side.append(label, copy)
  return side
}
