// Before the first paint: what the reader chose here, else the system decides.
try {
  const theme = localStorage.getItem('whybook-theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // A private window: the system decides.
}
