/**
 * Moves the focus between the field and the titles of results with the arrow keys, and marks the result that Enter
 * opens. A letter typed on a result goes to the field.
 */
export function followArrows(area: HTMLElement, field: HTMLInputElement, opensFirst: boolean): void {
  const titles = (): readonly HTMLElement[] => [...area.querySelectorAll<HTMLElement>('.hits .t')]
  area.addEventListener('keydown', (event) => {
    const at = event.target as HTMLElement
    const isTitle = at.matches('.hits .t')
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && (isTitle || (at === field && step === 1))) {
      event.preventDefault()
      const all = titles()
      const next = all[all.indexOf(at) + step] ?? field
      next.focus()
    } else if (isTitle && isTyped(event)) field.focus()
  })
  area.addEventListener('focusin', (event) => {
    const inItem = (event.target as HTMLElement).closest('.hits > li')
    const first = opensFirst ? area.querySelector('.hits > li') : null
    for (const item of area.querySelectorAll('.hits > li')) item.classList.toggle('at', item === (inItem ?? first))
  })
}

const isTyped = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  !ctrlKey && !metaKey && !altKey && ((key.length === 1 && key !== ' ') || key === 'Backspace')
