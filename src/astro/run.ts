import { dirname } from 'node:path'
import { build } from 'astro'
import { siteConfig } from './config.ts'
import { type Drawing, drawPages } from './draw-pages.ts'
import { followInputs } from './follow-inputs.ts'

/** A run of Astro over the open handbook. */
export interface Run {
  /** Writable cache folder of this handbook. */
  readonly work: string
  /** Folder that Astro writes into, empty; beside the output. */
  readonly staged: string
  readonly drawing: Drawing
  readonly debug: boolean
}

/**
 * Runs Astro's build in this process: style sheets, scripts and public files go into the staged folder, pages to the
 * drawing. Changes the process's directory (ASTRO.md 2).
 *
 * @returns files of the handbook that `.mdx` pages were made from, absolute
 */
export async function runAstro({ work, staged, drawing, debug }: Run): Promise<readonly string[]> {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
  // Astro renames assets out of a folder below the current one: it has to be on the output's file system.
  process.chdir(dirname(staged))
  const inputs = new Set<string>()
  const config = await siteConfig({
    command: 'build',
    work,
    out: staged,
    logLevel: debug ? 'info' : 'warn',
    integrations: [drawPages(drawing), followInputs(inputs)],
  })
  // Not in the public type: no second Vite server and no generated types.
  await build(config, { sync: false } as object)
  return [...inputs].sort()
}
