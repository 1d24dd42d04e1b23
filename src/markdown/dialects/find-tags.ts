import type { DialectName } from '../../model/dialect-names.ts'
import { codeRanges, isInside } from '../code-ranges.ts'
import { TAG_DIALECTS } from './all.ts'
import { withoutComponents } from './components.ts'
import { LITERAL } from './liquid.ts'
import type { FoundTag } from './tag-stage.ts'

/** Tags of all languages in a text, outside code, in order and not overlapping. */
export function findTags(text: string, dialects: ReadonlySet<DialectName>): FoundTag[] {
  const code = codeRanges(dialects.has('components') ? withoutComponents(text) : text)
  const isCode = (offset: number): boolean => isInside(code, offset)
  const all = TAG_DIALECTS.filter(({ name }) => dialects.has(name)).flatMap((dialect) =>
    dialect.find(text, isCode).map((tag) => ({ dialect, tag, isLiteral: tag.word === LITERAL })),
  )
  let at = 0
  return all
    .sort((a, b) => a.tag.start - b.tag.start || Number(b.isLiteral) - Number(a.isLiteral))
    .filter(({ tag }) => {
      if (tag.start < at) return false
      at = tag.end
      return true
    })
}
