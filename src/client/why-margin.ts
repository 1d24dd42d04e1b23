/** Notes of a list in the margin: one open at a time; Escape closes it and gives the focus back. */
class WhyMargin extends HTMLElement {
  connectedCallback(): void {
    oneOpen(this)
  }
}

/**
 * Notes beside the blocks of a page: which of them show, and what an open one tells. What it needs beyond the page is
 * loaded when it is asked for.
 */
class BlockMargin extends HTMLElement {
  connectedCallback(): void {
    const folio = this.closest('.folio')
    const text = folio?.querySelector<HTMLElement>('.prose')
    const file = this.getAttribute('mode')
    if (!folio || !text || file === null) return
    oneOpen(text)
    const notes = () => import('./why/notes.ts').then(({ notesOf }) => notesOf(text, new URL(file, location.href)))
    text.addEventListener(
      'toggle',
      ({ target }) => {
        if (target instanceof HTMLDetailsElement && target.open && target.matches('.block > .note'))
          void notes().then((all) => all.fill(target))
      },
      true,
    )
    text.addEventListener('pointerover', ({ target }) => offer(text, target as Element))
    text.addEventListener('click', (event) => {
      const pressed = event.target as Element
      const copied = pressed.closest('a.copy')
      const asked = pressed.closest('.whyask')
      if (copied === null && asked === null) return
      event.preventDefault()
      void notes().then((all) =>
        copied === null ? all.ask(asked as HTMLElement) : all.copy(copied as HTMLAnchorElement),
      )
    })
    text.addEventListener('keydown', (event) => {
      const note = (event.target as Element).closest<HTMLDetailsElement>('.block > .note')
      const link = note?.querySelector<HTMLAnchorElement>('a.copy')
      if (event.key !== 'c' || event.ctrlKey || event.metaKey || event.altKey || !link) return
      void notes().then((all) => all.copy(link))
    })
    this.#modes(notes)
  }

  #modes(notes: () => Promise<{ every(): void }>): void {
    const root = document.documentElement
    const show = (mode: string): void => {
      if (mode === 'recent') delete root.dataset['margin']
      else root.dataset['margin'] = mode
      if (mode === 'every') void notes().then((all) => all.every())
    }
    const chosen = root.dataset['margin'] ?? 'recent'
    for (const input of this.querySelectorAll('input')) {
      input.checked = input.value === chosen
      input.addEventListener('change', () => {
        show(input.value)
        try {
          localStorage.setItem('whybook-margin', input.value)
        } catch {
          // A private window: not kept.
        }
      })
    }
    if (chosen === 'every') show(chosen)
  }
}

function oneOpen(among: HTMLElement): void {
  const open = () => [...among.querySelectorAll<HTMLDetailsElement>('.note[open]')]
  among.addEventListener(
    'toggle',
    ({ target }) => {
      if (!(target instanceof HTMLDetailsElement) || !target.open || !target.matches('.note')) return
      for (const other of open()) if (other !== target) other.open = false
    },
    true,
  )
  among.addEventListener('keydown', (event) => {
    const [note] = event.key === 'Escape' ? open() : []
    if (note === undefined) return
    note.open = false
    note.querySelector('summary')?.focus()
  })
}

/** "Why this paragraph?" beside the block under the pointer, where no note stands. */
function offer(text: HTMLElement, target: Element): void {
  let part: Element = target
  while (part.parentElement !== null && part.parentElement !== text) part = part.parentElement
  const isPart = part.parentElement === text && !part.matches('h1, h2, h3, h4, h5, h6, hr, .whyask')
  if (!isPart || part.querySelector(':scope > .note') !== null) return
  if (part.nextElementSibling?.matches('.whyask')) return
  text.querySelector('.whyask')?.remove()
  const ask = document.createElement('button')
  ask.type = 'button'
  ask.className = 'whyask'
  ask.textContent = 'Why this paragraph?'
  ask.style.insetBlockStart = `${(part as HTMLElement).offsetTop}px`
  part.after(ask)
}

customElements.define('why-margin', WhyMargin)
customElements.define('block-margin', BlockMargin)
