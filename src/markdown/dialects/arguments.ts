/** Arguments of a tag by name; values without a name by their place (`0`, `1`, ...). */
export type Arguments = ReadonlyMap<string, string>

const ARGUMENT =
  /(?:([\w@:.-]+)[ \t]*=[ \t]*)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|\{([^{}]*)\}|([^\s"'`={}]+))/g

/** Reads `name="value"`, `name=value` and bare values. */
export function argumentsOf(text: string): Arguments {
  const args = new Map<string, string>()
  let bare = 0
  for (const [, name, double, single, ticks, braces, word] of text.matchAll(ARGUMENT)) {
    const value = (double ?? single)?.replace(/\\(["'\\])/g, '$1') ?? ticks ?? braces ?? word ?? ''
    if (name !== undefined) args.set(name, value)
    else {
      args.set(String(bare), value)
      bare += 1
    }
  }
  return args
}

/** The first argument that is there and says something. */
export function firstOf(args: Arguments, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = args.get(name)?.trim()
    if (value !== undefined && value !== '') return value
  }
  return undefined
}
