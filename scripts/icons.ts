/** Writes src/components/icons.ts from lucide-static: the shapes of the icons that the site draws, and no others. */
import { readFile, writeFile } from 'node:fs/promises'

/** Names in lucide-static (ISC), as section 6 and 7 of the look list them. */
const names = [
  'arrow-left',
  'arrow-right',
  'calendar-clock',
  'circle-alert',
  'circle-check',
  'circle-dashed',
  'circle-pause',
  'circle-slash',
  'circle-x',
  'clock',
  'clock-alert',
  'corner-right-up',
  'git-commit-horizontal',
  'git-merge',
  'history',
  'info',
  'list',
  'menu',
  'pencil',
  'search',
  'stamp',
  'sun-moon',
  'triangle-alert',
  'undo-2',
  'x',
]

const lines: string[] = []
for (const name of names) {
  const svg = await readFile(new URL(`../node_modules/lucide-static/icons/${name}.svg`, import.meta.url), 'utf8')
  const inner = svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'))
  const shapes = inner.replaceAll(/\s*\n\s*/g, '').replaceAll(' />', '/>')
  lines.push(`  ${/^\w+$/.test(name) ? name : `'${name}'`}: '${shapes}',`)
}

const text = `// Written by scripts/icons.ts from lucide-static (ISC). Do not edit.

/** Shapes inside a 24 by 24 viewBox, drawn with a stroke. */
export const icons = {
${lines.join('\n')}
  disc: '<circle cx="12" cy="12" r="6.5" fill="currentColor" stroke="none"/>',
} as const

export type IconName = keyof typeof icons
`
await writeFile(new URL('../src/components/icons.ts', import.meta.url), text)
