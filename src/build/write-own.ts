import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { AssetFile } from '../handbook/handbook.ts'
import { sanitiseSvg } from '../markdown/svg.ts'

/** Writes a file of the output, with the folders above it. */
export function writeOutput(staged: string, path: string, content: string): void {
  const file = join(staged, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}

/** Text of a file that is in the output already; null when it is not. */
export function readOutput(staged: string, path: string): string | null {
  try {
    return readFileSync(join(staged, path), 'utf8')
  } catch {
    return null
  }
}

/** Copies a file of the handbook; an SVG file that cannot be made safe becomes an empty picture (SECURITY decision 3). */
export function copyAsset(staged: string, path: string, asset: AssetFile): void {
  if (asset.isSvg) {
    writeOutput(staged, path, sanitiseSvg(readFileSync(asset.from, 'utf8')) ?? emptySvg)
    return
  }
  const file = join(staged, path)
  mkdirSync(dirname(file), { recursive: true })
  copyFileSync(asset.from, file)
}

const emptySvg = '<svg xmlns="http://www.w3.org/2000/svg"></svg>\n'
