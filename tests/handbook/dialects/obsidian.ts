import type { Files } from '../../kit/repo.ts'

/** A vault of Obsidian: links by name, embeds, call-outs and comments. */
export const obsidian: Files = {
  '.obsidian/app.json': '{}',
  'Home.md': '# Home\n\nSee [[Parental leave]] and [[People/Pay#Bands|the bands]].\n',
  'People/Parental leave.md': [
    '---',
    'aliases: [Maternity]',
    '---',
    '',
    '![[wheel.png|The wheel]]',
    '',
    '| Page | Why |',
    '|---|---|',
    '| [[Pay\\|Pay]] | money |',
    '',
    '![[Pay#Bands]]',
    '',
    '> [!question]- Who asks?',
    '> You do.',
    '',
    'Ends %%a secret comment%% here. ^a1b2c3',
    '',
    'No such page: [[Nowhere at all]]. Code: `[[Pay]]`.',
    '',
  ].join('\n'),
  'People/Pay.md': '# Pay\n\nBefore.\n\n## Bands\n\nThree bands.\n\n## After\n\nBehind.\n',
  'Files/deep/wheel.png': 'png',
}
