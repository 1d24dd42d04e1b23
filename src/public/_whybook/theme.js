// Before the first paint: what the reader chose here, else the system decides and the page is as it was built.
try {
  const theme = localStorage.getItem('whybook-theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
  const margin = localStorage.getItem('whybook-margin')
  if (margin === 'every' || margin === 'none') document.documentElement.dataset.margin = margin
} catch {
  // A private window: nothing was kept.
}
