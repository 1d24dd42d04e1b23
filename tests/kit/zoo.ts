import type { Animal } from './zoo/animal.ts'
import { clones } from './zoo/clones.ts'
import { damage } from './zoo/damage.ts'
import { lineage } from './zoo/lineage.ts'
import { traps } from './zoo/traps.ts'
import { words } from './zoo/words.ts'

export type { Animal, Outcome } from './zoo/animal.ts'

/** Small repositories, each with one fault or oddity of SECURITY.md section 2, and what is right to say of it. */
export const zoo: readonly Animal[] = [...clones, ...damage, ...lineage, ...words, ...traps]
