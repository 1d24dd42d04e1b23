/** What scrolls sideways can be reached by keyboard: wide code and tables of the text. */
function markScrollers(): void {
  for (const box of document.querySelectorAll<HTMLElement>('.prose :is(pre, table, .scroll)')) {
    if (box.scrollWidth > box.clientWidth && !box.hasAttribute('tabindex')) box.tabIndex = 0
  }
}
markScrollers()
addEventListener('resize', markScrollers, { passive: true })
