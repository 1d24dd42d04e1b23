import type { Element, Root } from 'hast'
import type { Heading } from '../model/page.ts'
import type { AnchoredHeading } from './ids.ts'

/** True where the first thing that a reader sees is a heading of the first level: the title of the page. */
export function opensWithTitle(root: Root, headings: readonly AnchoredHeading[]): boolean {
  const first = root.children.find(
    (child) => child.type === 'element' || (child.type === 'text' && child.value.trim() !== ''),
  )
  const [title] = headings
  return title !== undefined && title.depth === 1 && (first as Element | undefined) === title.element
}

/** Sections get numbers where there are several and their author has not numbered them. */
export function areNumbered(headings: readonly Pick<Heading, 'depth' | 'text'>[]): boolean {
  const sections = headings.filter(({ depth }) => depth === 2)
  return sections.length > 1 && !sections.some(({ text }) => /^\W*\d/.test(text))
}
