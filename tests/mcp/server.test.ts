import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Repo, repo } from '../kit/repo.ts'

const why = 'We pay the whole fee now because people paid it themselves and told nobody.'

let made: Repo
let client: Client
beforeAll(async () => {
  made = await repo(
    {
      'index.md': '# Millrace\n\nWho we are.\n',
      'policies/old-fees.md': '---\nkind: policy\neffective: 2025-01-01\n---\n# Old fees\n\nHalf of it.\n',
      'policies/fees.md': '---\nkind: policy\nowner: finance\n---\n# Fees\n\nWe pay half.\n\nAsk Cem first.\n',
      'decisions/one.md': '---\nkind: decision\nstatus: accepted\ndecided: 2026-01-02\n---\n# Use one bank\n\nText.\n',
      'drafts/secret.md': '---\ndraft: true\n---\n# Canary\n\nCanary.\n',
    },
    { date: '2026-01-10T09:00:00+00:00' },
  )
  await made.commit(
    `Pay the whole fee (#7)\n\n${why}`,
    {
      'policies/fees.md':
        '---\nkind: policy\nowner: finance\nsupersedes: policies/old-fees\neffective: 2026-02-01\n---\n# Fees\n\nWe pay all of it.\n\nAsk Cem first.\n',
    },
    { date: '2026-02-01T09:00:00+00:00' },
  )
  client = new Client({ name: 'test', version: '1' })
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: ['bin/whybook.js', 'mcp', '--root', made.path],
      stderr: 'inherit',
    }),
  )
})
afterAll(async () => {
  await client.close()
  await made.remove()
})

async function ask(name: string, input: Record<string, unknown> = {}): Promise<string> {
  const result = await client.callTool({ name, arguments: input })
  return (result.content as { text: string }[]).map(({ text }) => text).join('\n')
}

test('offers only tools that read', async () => {
  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name).sort()).toEqual([
    'list_changes',
    'list_decisions',
    'list_pages',
    'list_policies',
    'read_page',
    'search',
    'why',
  ])
  expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true)
})

test('reads a page with its status, its source and the change that was last', async () => {
  const text = await ask('read_page', { page: '/policies/fees/' })
  expect(text).toContain('Status: In force since 2026-02-01')
  expect(text).toContain('Source: policies/fees.md')
  expect(text).toMatch(/Last change: 2026-02-01, Pay the whole fee \([0-9a-f]{12}\)/)
  expect(text).toContain('We pay all of it.')
})

test('reads a page as it stood on a day, and says that it may read otherwise today', async () => {
  const text = await ask('read_page', { page: 'Fees', at: '2026-01-31' })
  expect(text).toContain('We pay half.')
  expect(text).toContain('may read otherwise today')
  expect(await ask('read_page', { page: 'Fees', at: '2025-01-31' })).toContain('no version of 2025-01-31')
})

test('says of a page that was superseded that nobody may rely on it', async () => {
  expect(await ask('read_page', { page: 'policies/old-fees.md' })).toContain('DO NOT RELY ON IT')
})

test('tells why a paragraph says what it says, by line or by words', async () => {
  for (const input of [{ words: 'pay ALL' }, { line: 9 }]) {
    const text = await ask('why', { page: 'fees.md', ...input })
    expect(text).toContain('We pay all of it.')
    expect(text).toContain(`Why (in the commit): ${why}`)
  }
  const older = await ask('why', { page: 'fees.md', words: 'Ask Cem' })
  expect(older).toContain('It reads so since\n2026-01-10')
  expect(older).toContain('No reason was recorded.')
  expect(await ask('why', { page: 'fees.md', words: 'nothing of the kind' })).toContain('Nothing of policies/fees.md')
})

test('lists policies in force, decisions, pages and changes', async () => {
  expect(await ask('list_policies')).toMatch(
    /^- Fees \(\/policies\/fees\/; policies\/fees\.md\): In force since 2026-02-01/,
  )
  expect(await ask('list_policies')).not.toContain('Old fees')
  expect(await ask('list_policies', { all: true })).toContain('Old fees')
  expect(await ask('list_decisions')).toContain('Use one bank')
  expect(await ask('list_pages', { below: '/decisions/' })).not.toContain('Fees')
  const changes = await ask('list_changes', { since: '2026-01-31' })
  expect(changes).toMatch(/^2026-02-01: Pay the whole fee \(#7\)/)
  expect(changes).toContain('\nTouched: policies/fees.md\nWhy (in the commit): ')
  expect(await ask('list_changes', { since: '2026-05-01' })).toBe('No change landed since 2026-05-01.')
})

test('refuses arguments that a tool does not know', async () => {
  const answered = await client.callTool({ name: 'list_changes', arguments: { pages: 'x' } }).then(
    (result) => result.isError === true,
    () => true,
  )
  expect(answered).toBe(true)
})

test('answers searches that are asked at the same time', async () => {
  const texts = await Promise.all(['bank', 'fee', 'who pays'].map((question) => ask('search', { question })))
  for (const text of texts) expect(text).toMatch(/^- /)
})

test('finds pages for a question', async () => {
  expect(await ask('search', { question: 'who pays the fee' })).toContain('/policies/fees/')
  expect(await ask('search', { question: 'xylophone' })).toContain('No page has these words')
})

test('knows nothing of drafts', async () => {
  const answers = [await ask('list_pages'), await ask('read_page', { page: 'Canary' }), await ask('list_changes')]
  expect(answers.join('\n').replace('“Canary”', '')).not.toMatch(/canary/i)
})

test('says what comes nearest to a page that is not there', async () => {
  expect(await ask('read_page', { page: 'Feess' })).toBe('There is no page “Feess”. Nearest: Fees (/policies/fees/).')
})
