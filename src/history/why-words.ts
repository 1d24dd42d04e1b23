/**
 * Words that give a reason or a purpose. A plain "to" and a plain "for" are not among them: most sentences that
 * hold them say what was done. Beside English a few of the commonest words of six languages.
 */
const WHY = [
  'because',
  'so that',
  'so (?:we|you|they|it|I|people|everyone|that|there|as to)',
  'no longer',
  'anymore',
  "(?:not|n't)(?: \\w+){0,3} any more",
  'instead of',
  'rather than',
  'in order (?:to|for|that)',
  '(?<!how |what |than |where )to (?:clarify|avoid|prevent|ensure|make (?:it|sure|this|that|them|the|things|our|clear)|help|allow|reduce|comply|align|match|encourage|reflect|improve|simplify|let|keep|be (?:more|less|consistent|clear))',
  'since (?:we|you|they|it|I|people|this|that|these|those|there|the|our|not|some|most|many)(?! (?:beginning|start|first|last))',
  "as (?:we|they|it|this|that|these|there|people)(?:'re|'s| (?:are|is|was|were|have|has|had|do|does|don't|doesn't|didn't|can|can't|cannot|will|won't|need|no|now|want))",
  'otherwise',
  'due to',
  'thanks to',
  'owing to',
  'therefore',
  'hence',
  'thus',
  'that is why',
  "(?:that|this)'?s why",
  'the reason',
  'reasons? (?:for|is|was|why|being)',
  'rationale',
  'motivation',
  'as a result',
  'in light of',
  'based on (?:feedback|comments|discussion|conversation|what|the)',
  '(?:is|was|are|were|been|got|getting|became) (?:\\w+ ){0,2}(?:confusing|unclear|confused|misleading|ambiguous|outdated|out of date|obsolete|deprecated|incorrect|wrong|missing|missed|broken|duplicated?|redundant|inconsistent|unnecessary|hard to|difficult to|too (?:broad|long|short|vague|complex|complicated|hard|many|much|few))',
  'by mistake',
  'mistakenly',
  'accidental(?:ly)?',
  'unintentional(?:ly)?',
  'inadvertently',
  'turns out',
  'turned out',
  "(?:we|I|people|they|you) (?:keep|kept|need(?:ed)? (?:to|a|an|the|more)|want(?:ed)? (?:to|this|the)|decided|agreed|realised|realized|found (?:that|it)|noticed|have to|had to|didn't|don't want|can't|couldn't)",
  '(?:it|this|that|which) (?:makes|make|helps|means|allows|lets|avoids|prevents|gives|ensures|enables|will (?:make|help|allow|let|avoid|prevent|give|ensure|enable)|should (?:make|help))',
  'makes? (?:it|this|them|things) (?:\\w+ )?(?:easier|clearer|simpler|harder|possible|more|less)',
  '(?:easier|clearer|simpler|quicker|faster) (?:to|for)',
  'makes (?:more )?sense',
  'used to be',
  'avoid(?:s|ing)? (?:having|the|confusion|that|any)',
  'for (?:clarity|consistency|transparency|simplicity|accuracy|readability|accessibility|convenience)',
]
const OTHER_LANGUAGES = [
  'weil',
  'damit',
  'sodass',
  'denn',
  'da (?:wir|es|die|der|das|sie)',
  'nicht mehr',
  'statt(?:dessen)?',
  'anstatt',
  'deshalb',
  'daher',
  'wegen',
  'aufgrund',
  "parce qu[e'’]",
  'afin (?:de|que)',
  'pour que',
  'ne .{1,30} plus',
  'plut[oô]t que',
  "au lieu d[e'’]",
  "puisqu[e'’]",
  'car (?:nous|il|elle|les?|la|on)',
  'porque',
  'para que',
  'ya no',
  'en lugar de',
  'en vez de',
  'ya que',
  'debido a',
  'así que',
  'pois',
  'a fim de',
  'em vez de',
  'já que',
  'devido a',
  'não .{1,30} mais',
  'omdat',
  'zodat',
  'niet meer',
  'niet langer',
  'in plaats van',
  'aangezien',
  'doordat',
  'zodoende',
  'perché',
  'affinché',
  'invece di',
  'poiché',
  'siccome',
  'non .{1,30} più',
  'a causa di',
]
const WORDS = new RegExp(`(?<![\\p{L}\\p{N}])(?:${[...WHY, ...OTHER_LANGUAGES].join('|')})(?![\\p{L}\\p{N}])`, 'iu')
/** Chinese and Japanese write no spaces. */
const CJK = /因为|因為|为了|為了|以便|不再|而不是|由于|由於|所以|ため|ので|から。|代わりに/u
const LABEL =
  /^(?:#{1,6} *)?(?:\*\*|__)?(?:why|reasons?|rationale|motivation|warum|grund|pourquoi|raison|por qué|motivo|perché|waarom)(?:\?|[^\n:]{0,30}\?)?(?:\*\*|__)?(?:[:：](?:\*\*|__)?|$)/imu

/** True when a text holds a word of why, or a line that begins with `Why:` or is headed so. */
export function isWhy(text: string): boolean {
  return WORDS.test(text.replaceAll('’', "'").replace(/\s+/g, ' ')) || CJK.test(text) || hasWhyLabel(text)
}

/** True when a line is labelled as the reason: `Why: ...`, `## Why`, `**Rationale**:`. */
export function hasWhyLabel(text: string): boolean {
  return LABEL.test(text)
}
