/** Marks the section being read in the list of sections, and keeps its entry in sight. */
class ReadingProgress extends HTMLElement {
  #sections: { readonly link: HTMLAnchorElement; readonly target: Element }[] = []
  #waits = false
  readonly #onScroll = (): void => {
    if (this.#waits) return
    this.#waits = true
    requestAnimationFrame(() => {
      this.#waits = false
      this.#mark()
    })
  }

  connectedCallback(): void {
    this.#sections = [...this.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')].flatMap((link) => {
      const target = document.getElementById(decodeURIComponent(link.hash.slice(1)))
      return target === null ? [] : [{ link, target }]
    })
    if (this.#sections.length === 0) return
    addEventListener('scroll', this.#onScroll, { passive: true })
    addEventListener('resize', this.#onScroll, { passive: true })
    this.#mark()
  }

  disconnectedCallback(): void {
    removeEventListener('scroll', this.#onScroll)
    removeEventListener('resize', this.#onScroll)
  }

  #mark(): void {
    const line = innerHeight * 0.3
    const isAtEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 4 && scrollY > 0
    const passed = this.#sections.filter(({ target }) => target.getBoundingClientRect().top <= line)
    const current = isAtEnd ? this.#sections.at(-1) : passed.at(-1)
    for (const section of this.#sections) {
      if (section === current) section.link.setAttribute('aria-current', 'location')
      else section.link.removeAttribute('aria-current')
    }
    if (current !== undefined) this.#keepInSight(current.link)
  }

  #keepInSight(link: HTMLElement): void {
    const tree = this.closest<HTMLElement>('.tree')
    if (tree === null || tree.scrollHeight <= tree.clientHeight) return
    const top = link.getBoundingClientRect().top - tree.getBoundingClientRect().top
    if (top < 0 || top > tree.clientHeight - 48) tree.scrollTop += top - tree.clientHeight / 2
  }
}
customElements.define('reading-progress', ReadingProgress)
