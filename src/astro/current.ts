import type { Handbook } from '../handbook/handbook.ts'

/**
 * The one door between the process that opened the handbook and Astro's bundles. Astro bundles this module a second
 * time, so a module-level variable would be two variables: the value lives on `globalThis` (ASTRO.md 2).
 */
const key = Symbol.for('whybook.handbook')
const place = globalThis as { [key]?: Handbook }

/** Makes `handbook` what the pages of the site show from now on; null when it is closed. */
export function setHandbook(handbook: Handbook | null): void {
  if (handbook === null) delete place[key]
  else place[key] = handbook
}

/** The open handbook; the site's pages get everything they show from it. */
export function currentHandbook(): Handbook {
  const handbook = place[key]
  if (handbook === undefined) throw new Error('No handbook is open: call setHandbook before Astro runs.')
  return handbook
}

/** The open handbook, or null: for tools that start Astro's Vite server without one (component tests). */
export function openedHandbook(): Handbook | null {
  return place[key] ?? null
}
