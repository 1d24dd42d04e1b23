/** Marks of one block above which micromark needs seconds: time in the square of them. No person writes so many. */
const MOST_MARKS = 1000

/** True where one block has more marks than a person would write. */
export function isTwisted(text: string): boolean {
  return text.split(/\n[ \t]*\r?\n/).some((block) => (block.match(/[*_~[\]`<&@:]/g)?.length ?? 0) > MOST_MARKS)
}
