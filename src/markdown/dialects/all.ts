import { components } from './components.ts'
import { containers } from './containers.ts'
import type { Dialect } from './dialect.ts'
import { erb } from './erb.ts'
import { gitbook } from './gitbook.ts'
import { hugo } from './hugo.ts'
import { icons } from './icons.ts'
import { liquid } from './liquid.ts'
import { tokens } from './tokens.ts'
import { wiki } from './wiki.ts'

/** Languages made of tags; where two claim one tag, the one that comes first has it. */
export const TAG_DIALECTS: readonly Dialect[] = [
  hugo,
  gitbook,
  liquid,
  tokens,
  erb,
  containers,
  components,
  icons,
  wiki,
]
