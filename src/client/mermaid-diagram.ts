import { siteRoot } from './root.ts'

/**
 * Draws a Mermaid diagram in a page of its own (SECURITY decision 4): a sandboxed frame that has no origin, gets the
 * text by message and answers with its height. It is made when it comes into view; the text stays below it.
 */
class MermaidDiagram extends HTMLElement {
  #frame: HTMLIFrameElement | null = null

  connectedCallback(): void {
    if (this.#frame !== null) return
    const seen = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return
        seen.disconnect()
        this.#load()
      },
      { rootMargin: '400px' },
    )
    seen.observe(this)
  }

  #load(): void {
    const text = this.querySelector('code')?.textContent ?? ''
    const frame = document.createElement('iframe')
    frame.title = 'Diagram; its text stands below'
    frame.setAttribute('sandbox', 'allow-scripts')
    frame.hidden = true
    frame.src = new URL('_whybook/mermaid.html', siteRoot()).href
    this.#frame = frame
    const draw = (): void => {
      const theme = getComputedStyle(document.body)
      frame.contentWindow?.postMessage({ text, ink: theme.color, paper: theme.backgroundColor }, '*')
    }
    addEventListener('message', ({ source, data }) => {
      if (source !== frame.contentWindow) return
      if (data?.ready === true) draw()
      if (typeof data?.height === 'number') this.#show(frame, data.height)
    })
    document.addEventListener('whybook:theme', draw)
    this.prepend(frame)
  }

  #show(frame: HTMLIFrameElement, height: number): void {
    frame.height = String(Math.ceil(Math.min(Math.max(height, 40), 4000)))
    if (!frame.hidden) return
    frame.hidden = false
    const source = this.querySelector('pre')
    if (source === null) return
    const fold = document.createElement('details')
    const summary = document.createElement('summary')
    summary.textContent = 'Diagram as text'
    source.replaceWith(fold)
    fold.append(summary, source)
  }
}
customElements.define('mermaid-diagram', MermaidDiagram)

for (const code of document.querySelectorAll('.prose pre > code.language-mermaid')) {
  const source = code.parentElement
  if (source === null || source.closest('mermaid-diagram') !== null) continue
  const diagram = document.createElement('mermaid-diagram')
  source.replaceWith(diagram)
  diagram.append(source)
}
