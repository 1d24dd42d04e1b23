const names = new Map<string, string>()

/** GitHub's names of emoji; empty until {@link loadEmojiNames} has brought them. */
export const emojiNames: ReadonlyMap<string, string> = names

/** Brings the names, which weigh a third of the renderer, for the few pages that have any. */
export async function loadEmojiNames(): Promise<void> {
  if (names.size > 0) return
  const { emojiNames: all } = await import('../native/emoji-names.ts')
  for (const [name, emoji] of all) names.set(name, emoji)
}
