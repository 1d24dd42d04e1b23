/** `/` and Ctrl K (Command K) lead to search from anywhere but a field. */
addEventListener('keydown', (event) => {
  const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey
  const isK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
  if (!isSlash && !isK) return
  const at = event.target instanceof HTMLElement ? event.target : null
  if (isSlash && (at?.closest('input, textarea, select') != null || at?.isContentEditable)) return
  const field = document.querySelector<HTMLInputElement>('.bigfind input')
  const link = document.querySelector<HTMLAnchorElement>('a.find')
  if (field === null && link === null) return
  event.preventDefault()
  if (field !== null) field.focus()
  else link?.click()
})
