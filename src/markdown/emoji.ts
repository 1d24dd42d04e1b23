import { nameToEmoji } from 'gemoji'

const SHORT_CODE = /:([+\w-]+):/g
const known: ReadonlyMap<string, string> = new Map(Object.entries(nameToEmoji))

/** Text with GitHub's `:tada:` as 🎉; what is no name of an emoji stays. */
export function withEmoji(text: string): string {
  return text.includes(':') ? text.replace(SHORT_CODE, (code, name: string) => known.get(name) ?? code) : text
}
