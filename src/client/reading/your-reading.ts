/** The page that says what this browser remembers, and lets it be taken along, brought, switched off and forgotten. */
class YourReading extends HTMLElement {
  connectedCallback(): void {
    import('./panel.ts').then(
      ({ showPanel }) => showPanel(this),
      () => {},
    )
  }
}
customElements.define('your-reading', YourReading)
