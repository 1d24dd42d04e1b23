/**
 * Keeps what is typed while there is no field for it yet: whoever presses `/` goes on typing at once.
 *
 * @returns gives the text, and lets the keys go their way again
 */
export function keepTyped(): () => string {
  let typed = ''
  const keep = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    if (event.key === 'Backspace') typed = [...typed].slice(0, -1).join('')
    // Names of other keys have several letters.
    else if ([...event.key].length === 1) typed += event.key
    else return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  addEventListener('keydown', keep, { capture: true })
  return () => {
    removeEventListener('keydown', keep, { capture: true })
    return typed
  }
}
