import { siteRoot } from './root.ts'

/**
 * Draws a Mermaid diagram in a page of its own (SECURITY decision 4): a sandboxed frame that has no origin, gets the
 * text by message and answers with its height. It is made when it comes near the view; its source stays below it,
 * folded once there is a picture.
 */
class MermaidDiagram extends HTMLElement {
  readonly #frame = document.createElement('iframe')
  readonly #seen = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.#load()
    },
    { rootMargin: '400px' },
  )

  connectedCallback(): void {
    this.#seen.observe(this.parentElement ?? this)
  }

  #load(): void {
    this.#seen.disconnect()
    const frame = this.#frame
    frame.title = 'Diagram; its source stands below'
    frame.setAttribute('sandbox', 'allow-scripts')
    frame.height = '1'
    frame.src = new URL('_whybook/mermaid.html', siteRoot()).href
    addEventListener('message', ({ source, data }) => {
      if (source !== frame.contentWindow) return
      if (data?.ready === true) this.#draw()
      if (typeof data?.height === 'number') this.#show(data.height)
    })
    document.addEventListener('whybook:theme', () => this.#draw())
    this.append(frame)
  }

  #draw(): void {
    const text = this.parentElement?.querySelector('code')?.textContent ?? ''
    const { color, backgroundColor } = getComputedStyle(document.body)
    // The frame has no origin that could be named; what is sent stands on the page.
    this.#frame.contentWindow?.postMessage({ text, ink: color, paper: backgroundColor }, '*')
  }

  #show(height: number): void {
    const isFirst = this.#frame.height === '1'
    this.#frame.height = String(Math.ceil(Math.min(Math.max(height, 40), 4000)))
    const source = this.parentElement?.querySelector('details')
    if (isFirst && source != null) source.open = false
  }
}
customElements.define('mermaid-diagram', MermaidDiagram)

for (const figure of document.querySelectorAll('.prose .mermaid-source')) {
  figure.prepend(document.createElement('mermaid-diagram'))
}
