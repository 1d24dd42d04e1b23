import { nameToEmoji } from 'gemoji'

/** GitHub's names of emoji (`tada`), each with its character. */
export const emojiNames: ReadonlyMap<string, string> = new Map(Object.entries(nameToEmoji))
