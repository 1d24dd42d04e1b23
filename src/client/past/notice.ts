/** A sentence about the state of the whole page, under its title; the one before it goes. */
export function tell(
  text: string,
  link: { readonly href: string; readonly label: string } | null,
  isBad = false,
): void {
  const head = document.querySelector('main .head')
  head?.querySelectorAll('.notice').forEach((other) => {
    other.remove()
  })
  const notice = document.createElement('p')
  notice.className = `notice ${isBad ? 'bad' : 'warn'}`
  notice.setAttribute('role', 'status')
  const words = document.createElement('span')
  words.textContent = text
  if (link !== null) {
    const way = document.createElement('a')
    way.href = link.href
    way.textContent = link.label
    words.append(' ', way)
  }
  notice.append(words)
  head?.querySelector('h1')?.after(notice)
}
