/** Narrows the list of changes by folder, owner and reason, and says how many are left. */
class ChangeFilter extends HTMLElement {
  connectedCallback(): void {
    const fields = this.querySelector('fieldset')
    const status = this.querySelector('[role="status"]')
    const rows = [...document.querySelectorAll<HTMLLIElement>('#changes > li')]
    if (fields === null || status === null || rows.length === 0) return
    const chosen = (name: string) => this.querySelector<HTMLSelectElement>(`select[name="${name}"]`)?.value ?? ''
    const show = (): void => {
      const folder = chosen('f')
      const owner = chosen('o')
      const onlyWhy = this.querySelector<HTMLInputElement>('input[name="why"]')?.checked === true
      for (const row of rows) {
        const { f, o, why } = row.dataset
        row.hidden = !(isAmong(folder, f) && isAmong(owner, o) && (!onlyWhy || why !== undefined))
      }
      status.textContent = said(rows.filter((row) => !row.hidden).length, rows.length)
    }
    fields.addEventListener('input', show)
    fields.hidden = false
    // The browser brings back what was chosen before a reload.
    show()
  }
}

const isAmong = (wanted: string, list = ''): boolean => wanted === '' || list.split(' ').includes(wanted)

function said(count: number, all: number): string {
  if (count === all) return `${all} changes`
  return `${count === 0 ? 'None' : count} of ${all} changes`
}
customElements.define('change-filter', ChangeFilter)
