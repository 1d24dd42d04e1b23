import { nearAddresses } from './near-addresses.ts'
import { addressOf, loadTree, routeHere, type SiteNode } from './site-tree.ts'

/** On the page for missing addresses: the pages whose addresses are nearest to the one asked for. */
class NearestPages extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const tree = await loadTree()
    if (tree === null) return
    const near = nearAddresses(routeHere(), flat(tree), 5)
    if (near.length === 0) return
    const heading = document.createElement('h2')
    heading.textContent = near.length === 1 ? 'The nearest address' : 'The nearest addresses'
    const list = document.createElement('ul')
    list.className = 'rows near'
    list.append(
      ...near.map((page) => {
        const item = document.createElement('li')
        const title = document.createElement('h3')
        const link = document.createElement('a')
        link.href = addressOf(page.route)
        link.textContent = page.label
        title.append(link)
        const address = document.createElement('p')
        address.className = 'said'
        address.textContent = page.route
        item.append(title, address)
        return item
      }),
    )
    this.replaceChildren(heading, list)
  }
}

const flat = (nodes: readonly SiteNode[]): SiteNode[] => nodes.flatMap((node) => [node, ...flat(node.children)])
customElements.define('nearest-pages', NearestPages)
