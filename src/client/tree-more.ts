import { addressOf, loadTree, routeHere, type SiteNode } from './site-tree.ts'

/** Unfolds the whole tree of the handbook in place; without script its link leads to the first page. */
class TreeMore extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('a')?.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
      event.preventDefault()
      void this.#unfold(event.currentTarget as HTMLAnchorElement)
    })
  }

  async #unfold(link: HTMLAnchorElement): Promise<void> {
    const tree = await loadTree()
    if (tree === null) {
      location.href = link.href
      return
    }
    const heading = document.createElement('h2')
    heading.textContent = 'All pages'
    heading.tabIndex = -1
    this.replaceChildren(heading, listOf(tree, routeHere()))
    heading.focus()
  }
}

/** Nodes as a list; what lies in a folder is made when it is opened, since handbooks have thousands of pages. */
function listOf(nodes: readonly SiteNode[], here: string): HTMLUListElement {
  const list = document.createElement('ul')
  list.append(
    ...nodes.map((node) => {
      const item = document.createElement('li')
      item.append(node.children.length === 0 ? linkTo(node, node.label, here) : folderOf(node, here))
      return item
    }),
  )
  return list
}

function folderOf(node: SiteNode, here: string): HTMLDetailsElement {
  const folder = document.createElement('details')
  const summary = document.createElement('summary')
  const name = document.createElement('span')
  name.textContent = node.label
  summary.append(name)
  folder.append(summary)
  const fill = (): void => {
    const list = listOf(node.children, here)
    const first = document.createElement('li')
    first.append(linkTo(node, `${node.label}, overview`, here))
    list.prepend(first)
    folder.append(list)
  }
  folder.addEventListener('toggle', () => folder.childElementCount === 1 && fill())
  if (here.startsWith(node.route)) {
    fill()
    folder.open = true
  }
  return folder
}

function linkTo(node: SiteNode, label: string, here: string): HTMLAnchorElement {
  const link = document.createElement('a')
  link.href = addressOf(node.route)
  link.textContent = label
  if (node.route === here) link.setAttribute('aria-current', 'page')
  return link
}
customElements.define('tree-more', TreeMore)
