import { emojiNames } from '#markdown/emoji-names'

const SHORT_CODE = /:([+\w-]+):/g

/** Text with GitHub's `:tada:` as 🎉; what is no name of an emoji stays. */
export function withEmoji(text: string): string {
  return text.includes(':') ? text.replace(SHORT_CODE, (code, name: string) => emojiNames.get(name) ?? code) : text
}

/** True for a text that may hold the name of an emoji. */
export function mayHaveEmoji(text: string): boolean {
  return text.search(SHORT_CODE) !== -1
}
