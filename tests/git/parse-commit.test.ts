import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseCommit } from '../../src/git/parse-commit.ts'
import { parseSignature } from '../../src/git/signature.ts'
import type { CommitId } from '../../src/model/ids.ts'
import { repo } from '../kit/repo.ts'
import { plainEnvironment } from '../kit/run-git.ts'

const ID = 'a'.repeat(40) as CommitId
const TREE = '1'.repeat(40)
const ANA = 'Ana Lima <ana@example.org> 1770000000 +0100'

const parse = (text: string | Buffer) => parseCommit(ID, Buffer.from(text))
const withDate = (date: string) => parseSignature(`Ana <ana@example.org> ${date}`).at

test('reads a merge with a signature and an encoding', () => {
  const parents = ['b'.repeat(40), 'c'.repeat(40)]
  const signature = 'gpgsig -----BEGIN\n author Eve <eve@example.org> 1 +0000\n encoding utf-16\n \n -----END\n'
  const head = `tree ${TREE}\nparent ${parents[0]}\nparent ${parents[1]}\nauthor ${ANA}\ncommitter ${ANA}\n`
  expect(parse(`${head}${signature}\nTitle\n\nBody\n\nauthor Eve\n`)).toEqual({
    id: ID,
    tree: TREE,
    parents,
    author: { name: 'Ana Lima', email: 'ana@example.org', at: '2026-02-02T03:40:00+01:00' },
    committer: { name: 'Ana Lima', email: 'ana@example.org', at: '2026-02-02T03:40:00+01:00' },
    message: 'Title\n\nBody\n\nauthor Eve\n',
  })
})

test('decodes old encodings, and shows what is in none of them as replaced', () => {
  const latin = (encoding: string) =>
    parse(Buffer.from(`tree ${TREE}\nauthor J\xe9r\xf4me <j@x> 1 +0000\n${encoding}\nCaf\xe9`, 'latin1'))
  for (const name of ['ISO-8859-1', 'latin-1', 'latin1', 'CP1252', 'windows-1252']) {
    const commit = latin(`encoding ${name}\n`)
    expect([commit.author.name, commit.message], name).toEqual(['Jérôme', 'Café'])
  }
  for (const name of ['', 'encoding none-such\n', 'encoding utf-16\n']) {
    expect(latin(name).author.name, name).toBe('J\ufffdr\ufffdme')
    expect(latin(name).tree).toBe(TREE)
  }
})

test.each([
  ['0 +0000', '1970-01-01T00:00:00+00:00'],
  ['1770000000 +0545', '2026-02-02T08:25:00+05:45'],
  ['1770000000 -0330', '2026-02-01T23:10:00-03:30'],
  ['1770000000 -0000', '2026-02-02T02:40:00+00:00'],
  ['1770000000', '2026-02-02T02:40:00+00:00'],
  ['1770000000 +9999', '2026-02-02T02:40:00+00:00'],
  ['1770000000 +01000', '2026-02-02T02:40:00+00:00'],
  ['100000000000 +0000', null],
  ['100000000000000000000 +0000', null],
  ['-5 +0000', null],
  ['yesterday', null],
  ['', null],
])('reads the date "%s" as %s', (date, at) => {
  expect(withDate(date)).toBe(at)
})

test.each([
  ['', { name: '', email: '', at: null }],
  ['Ana', { name: 'Ana', email: '', at: null }],
  ['Ana <ana@example.org', { name: 'Ana', email: 'ana@example.org', at: null }],
  ['<> 1 +0000', { name: '', email: '', at: '1970-01-01T00:00:01+00:00' }],
  ['Ana <a> b> 1 +0000', { name: 'Ana', email: 'a', at: '1970-01-01T00:00:01+00:00' }],
  ['Ana <a <b>> 1 +0000', { name: 'Ana', email: 'a <b', at: '1970-01-01T00:00:01+00:00' }],
])('makes what can be made of the author "%s"', (text, expected) => {
  expect(parseSignature(text)).toEqual(expected)
})

test('never fails, whatever the bytes', () => {
  const parts = [
    'tree ',
    'parent ',
    'author ',
    'encoding ',
    'utf-16le',
    '<',
    '>',
    '\n',
    '\n\n',
    ' ',
    '9'.repeat(30),
    '+',
    '\0',
  ]
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.array(fc.oneof(fc.constantFrom(...parts), fc.string())).map((words) => Buffer.from(words.join(''))),
  )
  fc.assert(
    fc.property(bytes, (given) => {
      const commit = parseCommit(ID, given)
      for (const { at } of [commit.author, commit.committer])
        expect(at === null || !Number.isNaN(Date.parse(at))).toBe(true)
      for (const parent of commit.parents) expect(parent).toMatch(/^[0-9a-f]{40}$|^[0-9a-f]{64}$/)
    }),
    { numRuns: 1000 },
  )
})

test('agrees with git about commits that git can read', async () => {
  const r = await repo({ 'a.md': '1' })
  const word = fc
    .stringMatching(/^[^\0\n<>]+$/)
    .map((text) => text.toWellFormed().trim().replaceAll('\ufffd', '?'))
    .filter((text) => text !== '' && text === text.replace(/^[\s\v\u0085]+|[\s\v\u0085]+$/g, ''))
  const signature = fc.record({
    name: word,
    email: word,
    seconds: fc.integer({ min: 0, max: 4_000_000_000 }),
    hours: fc.integer({ min: -12, max: 14 }),
    minutes: fc.constantFrom(0, 30, 45),
  })
  const message = fc.stringMatching(/^[^\0]*$/).map((text) => text.toWellFormed())
  const commits = fc.sample(fc.record({ author: signature, committer: signature, message }), { numRuns: 300, seed: 7 })
  const written = commits.map(({ author, committer, message }) => {
    const people = [author, committer].map(({ name, email, seconds, hours, minutes }) => {
      const zone = `${hours < 0 ? '-' : '+'}${String(Math.abs(hours)).padStart(2, '0')}${String(minutes).padStart(2, '0')}`
      return `${name} <${email}> ${seconds} ${zone}`
    })
    const text = `tree ${r.treeId()}\nparent ${r.tip}\nauthor ${people[0]}\ncommitter ${people[1]}\n\n${message}`
    return { id: r.object('commit', text) as CommitId, text }
  })
  const output = execFileSync(
    'git',
    ['log', '--no-walk=unsorted', '--stdin', '-z', '--format=%H%n%T%n%P%n%an%n%ae%n%at%n%cn%n%ce%n%ct%n%B'],
    { cwd: r.path, env: plainEnvironment, input: written.map(({ id }) => id).join('\n'), encoding: 'utf8' },
  )
  const told = new Map(output.split('\0').map((record) => [record.slice(0, 40), record]))
  for (const { id, text } of written) {
    const commit = parse(text)
    const seconds = [commit.author.at, commit.committer.at].map((at) => Date.parse(at ?? '') / 1000)
    const { author, committer } = commit
    const ours = [id, commit.tree, ...commit.parents, author.name, author.email, seconds[0]]
    const all = [...ours, committer.name, committer.email, seconds[1], ''].join('\n')
    expect(told.get(id)?.slice(0, all.length)).toBe(all)
    // Git's own output drops blank lines around a message.
    expect(told.get(id)?.slice(all.length).trim()).toBe(commit.message.replace(/^(?:[ \t\v\f\r]*\n)+/, '').trim())
  }
})
