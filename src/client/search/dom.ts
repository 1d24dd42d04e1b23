import { type IconName, icons } from '../../components/icons.ts'

type Child = Node | string | null
type Attributes = Readonly<Record<string, string | boolean>>

/** An element with attributes and children; text is only ever text. */
export function el<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, '')
    else if (value !== false) made.setAttribute(key, value)
  }
  made.append(...children.filter((child) => child !== null))
  return made
}

/** One of our own icons; parsed as XML, so that no HTML is ever set from script. */
export function icon(name: IconName): Element {
  const source = `<svg xmlns="http://www.w3.org/2000/svg" class="i" viewBox="0 0 24 24" aria-hidden="true">${icons[name]}</svg>`
  return document.importNode(new DOMParser().parseFromString(source, 'image/svg+xml').documentElement, true)
}
