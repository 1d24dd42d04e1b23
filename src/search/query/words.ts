const list = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter((word) => word !== ''))

/**
 * Words that hold an English question together and say nothing of its subject. Pagefind would demand each of them
 * on the page, so that most questions found nothing.
 */
export const stopWords = list(`
  a about above after again all also am an and any are aren't as at be because been before being below between both
  but by can can't cannot could couldn't did didn't do does doesn't doing don't done down during each else ever every
  few for from further had hadn't has hasn't have haven't having he her here hers him his how how's i i'd i'll i'm
  i've if in into is isn't it it's its itself just let let's like many may me might more most much must my myself no
  nor not of on once only or other our ours out over own please same shall she should shouldn't so some someone
  something such tell than that that's the their theirs them then there there's these they they're this those through
  to too under until up upon us very was wasn't we we'd we'll we're we've were weren't what what's when where where's
  which while who who's whom whose why will with won't would wouldn't you you'd you'll you're you've your yours
`)

/** Words that are rarely what a question is about: they count, but less. */
export const weakWords = list(`
  add allowed ask asking best big bring buy change check come day days different easy file find finding first fix
  following free full gave get gets getting give given go goes going good got happen happens help info information
  keep kind know last late later leave left long look looking lot made make makes making mean means month months move
  need needed needs new next number off old one part people person place put question read really right run say see send
  set show sort soon start started stop take takes taking thing things think time times try trying two use used using
  want wanted way ways week weeks went work working works write wrong year years yet
`)
