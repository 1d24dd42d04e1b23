/** Switches between light and dark and remembers it; `_whybook/theme.js` applies it before the first paint. */
class ThemeToggle extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('button')?.addEventListener('click', () => {
      const root = document.documentElement
      const chosen = root.dataset['theme']
      const isDark = chosen === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : chosen === 'dark'
      const theme = isDark ? 'light' : 'dark'
      root.dataset['theme'] = theme
      try {
        localStorage.setItem('whybook-theme', theme)
      } catch {
        // A private window: not kept.
      }
      document.dispatchEvent(new Event('whybook:theme'))
    })
  }
}
customElements.define('theme-toggle', ThemeToggle)
