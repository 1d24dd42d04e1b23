import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { beforeAll, expect, test, vi } from 'vitest'
import { repo } from '../kit/repo.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'
import { build, filesOf } from './kit.ts'

vi.setConfig({ hookTimeout: 120_000 })

/** A picture of one pixel whose bytes occur nowhere else. */
const picture = (text: string) =>
  Buffer.from(`GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;canary-${text}`, 'latin1')
const why = (about: string) => `We did this because the ${about} canary-reason was not to be known by anybody yet.`

/** The search index is compressed. */
const unpacked = (bytes: string) =>
  bytes.startsWith('\u001f\u008b') ? gunzipSync(Buffer.from(bytes, 'latin1')).toString('latin1') : bytes

const rules = `  board: { audience: internal }
  sum: { history: { show: summary } }
  quiet: { history: { show: none } }
  gone: { history: { removed: none } }
  record: { history: { removed: record } }
`

let files: ReadonlyMap<string, string>
let secretIds: readonly string[]

// Everything that a public build must not tell, in every place where it could be told.
beforeAll(async () => {
  const made = await repo({
    'handbook.yml': `site: https://handbook.example.org\nfolders:\n${rules}`,
    'index.md':
      '# Millrace\n\nSee [the plan](plans/canary-plan.md) and [pay](board/canary-pay.md). <!-- canary-comment -->\n',
    'open.md': '# Open\n\nText.\n',
    'free.md': '# Free\n\nThe lamp was blue then.\n',
    'old.md': '# Old rules\n\nThe lamp was green then.\n',
    'sum/pay.md': '# Pay\n\ncanary-summary\n',
    'quiet/pay.md': '# Pay\n\ncanary-quiet\n',
    'gone/pay.md': '# Pay\n\ncanary-gone\n',
    'gone/whole.md': '# Whole\n\ncanary-whole\n',
    'record/pay.md': '# Pay\n\ncanary-record\n',
    'record/whole.md': '# Whole\n\ncanary-whole\n',
    // Pages that leave their folder after they said it, or by the change that takes it out.
    ...Object.fromEntries(
      ['sum', 'gone', 'record', 'quiet'].flatMap((name) =>
        ['after', 'with'].map((when) => [
          `${name}/${when}.md`,
          `# Left ${name} ${when}\n\nWords that stay with the page wherever it goes.\n\ncanary-${name}-${when} is what was said there once.\n`,
        ]),
      ),
    ),
    'late.md': '---\ndraft: true\n---\n# Late\n\ncanary-late\n',
    'plans/canary-plan.md':
      '---\ndraft: true\ndescription: canary-description\n---\n# Canary-plan\n\n![x](canary-plan.gif)\n',
    'plans/canary-plan.gif': picture('plan'),
    'board/canary-pay.md':
      '---\nkind: policy\nkeywords: [canary-word]\n---\n# Canary-pay\n\ncanary-text ![x](canary-pay.gif)\n',
    'board/canary-pay.gif': picture('pay'),
    '_drafts/canary-note.md': '# Canary-note\n\ncanary-note-text\n',
    'team.md': '---\naudience: internal\n---\n# Canary-team\n',
  })
  const both = await made.branch('both')
  await both.commit(`Plan canary-title\n\n${why('plan')}`, {
    'plans/canary-plan.md': '---\ndraft: true\n---\n# Canary-plan\n\nMore.\n',
  })
  await both.commit('Open more', { 'open.md': '# Open\n\nMore text.\n' })
  await made.merge('both', "Merge branch 'both'")
  for (const text of ['Fair.', 'Fairer.']) {
    await made.commit(`Settle it\n\nWe did this because everybody asked for something ${text}`, {
      'free.md': `# Free\n\n${text}\n`,
      'late.md': `# Late\n\n${text}\n`,
      ...Object.fromEntries(['sum', 'quiet', 'gone', 'record'].map((name) => [`${name}/pay.md`, `# Pay\n\n${text}\n`])),
      ...(text === 'Fair.' ? { 'old.md': null, 'gone/whole.md': null, 'record/whole.md': null } : {}),
    })
  }
  const left = (name: string, when: string) =>
    `# Left ${name} ${when}\n\nWords that stay with the page wherever it goes.\n`
  const folders = ['sum', 'gone', 'record', 'quiet']
  await made.commit('Say less', Object.fromEntries(folders.map((name) => [`${name}/after.md`, left(name, 'after')])))
  await made.commit(
    'Move out',
    Object.fromEntries(
      folders.flatMap((name) =>
        ['after', 'with'].flatMap((when) => [
          [`${name}/${when}.md`, null],
          [`out-of-${name}/${when}.md`, left(name, when)],
        ]),
      ),
    ),
  )
  await made.commit(
    'Say more',
    Object.fromEntries(
      folders.flatMap((name) =>
        ['after', 'with'].map((when) => [`out-of-${name}/${when}.md`, `${left(name, when)}\nMore of it.\n`]),
      ),
    ),
  )
  const redacted = await made.commit(`Canary-redacted\n\n${why('redacted')}`, {
    'open.md': '# Open\n\nEven more text.\n',
  })
  await made.commit(`Rename\n\n${why('renamed')}`, { 'team.md': null, 'board/canary-moved.md': '# Canary-moved\n' })
  await made.commit('Redact', {
    'handbook.yml': `site: https://handbook.example.org\nfolders:\n${rules}redact: [${redacted.slice(0, 12)}]\n`,
  })
  secretIds = [redacted]
  const out = join(temporaryFolder().path, 'site')
  await build(made.path, out)
  files = new Map([...filesOf(out)].map(([name, bytes]) => [name, unpacked(bytes)]))
  await made.remove()
})

test('no file of the output holds a word of a draft, an internal page, a comment or a redacted change', () => {
  for (const [name, bytes] of files) {
    expect(name, name).not.toMatch(/canary/i)
    // The Canary Islands have a flag among the emoji.
    const text = bytes.replaceAll('canary_islands', '')
    expect(text.match(/.{0,40}canary.{0,40}/i)?.[0] ?? '', name).toBe('')
  }
})

test('the search index was looked into', () => {
  const index = [...files].filter(([name]) => name.startsWith('_whybook/search/'))
  expect(index.some(([, bytes]) => bytes.includes('Even more text.'))).toBe(true)
})

test('what may be told of the past is there: old words, versions, and a page that is gone', () => {
  const archive = files.get('_whybook/versions/free/versions.json') ?? ''
  expect(archive).toContain('The lamp was blue then.')
  expect(files.get('old/index.html')).toContain('The lamp was green then.')
  expect(
    [...files.keys()].filter((name) => /^_whybook\/versions\/(?:sum|quiet|gone|record|board|plans)/.test(name)),
  ).toEqual([])
  expect([...files.keys()].filter((name) => /^(?:gone|record)\/whole/.test(name))).toEqual([])
  const change = [...files].find(([name, text]) => name.startsWith('changes/') && text.includes('was blue then'))
  expect(change?.[1]).toContain('<div class="changed prose"')
})

test('no picture of a page that is not shown is copied', () => {
  const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
  const hidden = new Set(['plan', 'pay'].map((text) => hash(picture(text))))
  for (const [name, bytes] of files) expect(hidden.has(hash(Buffer.from(bytes, 'latin1'))), name).toBe(false)
})

test('nothing names a redacted change, and what is shown beside it is there', () => {
  const all = [...files.values()].join('\n')
  for (const id of secretIds) expect(all).not.toContain(id.slice(0, 12))
  expect(files.get('open/index.html')).toContain('Even more text.')
  expect(files.get('open.md')).toContain('Even more text.')
})
