/** Notes of the margin: one open at a time; Escape closes it and gives the focus back. */
class WhyMargin extends HTMLElement {
  connectedCallback(): void {
    const notes = [...this.querySelectorAll<HTMLDetailsElement>('.note')]
    for (const note of notes) {
      note.addEventListener('toggle', () => {
        if (note.open) for (const other of notes) if (other !== note) other.open = false
      })
    }
    this.addEventListener('keydown', (event) => {
      const open = event.key === 'Escape' ? notes.find((note) => note.open) : undefined
      if (open === undefined) return
      open.open = false
      open.querySelector('summary')?.focus()
    })
  }
}
customElements.define('why-margin', WhyMargin)
