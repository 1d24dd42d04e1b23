import type { Element, Root } from 'hast'
import type { Emitter, HLJSOptions } from 'highlight.js'

/**
 * Builds a tree of `span`s with `hljs-*` classes, where highlight.js would write HTML: the sanitiser works on trees.
 * A scope `title.function` is `hljs-title function_`, as highlight.js writes it.
 */
export class CodeTree implements Emitter {
  readonly root: Root = { type: 'root', children: [] }
  readonly #open: (Root | Element)[] = [this.root]
  readonly #prefix: string

  constructor({ classPrefix }: HLJSOptions) {
    this.#prefix = classPrefix
  }

  addText(value: string): void {
    if (value === '') return
    const { children } = this.#innermost()
    const last = children.at(-1)
    if (last?.type === 'text') last.value += value
    else children.push({ type: 'text', value })
  }

  startScope(name: string): void {
    this.openNode(name)
  }

  endScope(): void {
    this.closeNode()
  }

  openNode(name: string): void {
    const className = name
      .split('.')
      .map((part, index) => (index === 0 ? this.#prefix + part : part + '_'.repeat(index)))
    const span: Element = { type: 'element', tagName: 'span', properties: { className }, children: [] }
    this.#innermost().children.push(span)
    this.#open.push(span)
  }

  closeNode(): void {
    if (this.#open.length > 1) this.#open.pop()
  }

  /** Another language inside this one, such as a style sheet in HTML. */
  __addSublanguage(inner: CodeTree, name: string): void {
    const children = inner.root.children as Element['children']
    if (name === '') this.#innermost().children.push(...children)
    else
      this.#innermost().children.push({ type: 'element', tagName: 'span', properties: { className: [name] }, children })
  }

  finalize(): void {}

  /** Nobody reads it. */
  toHTML(): string {
    return ''
  }

  #innermost(): Root | Element {
    return this.#open.at(-1) ?? this.root
  }
}
