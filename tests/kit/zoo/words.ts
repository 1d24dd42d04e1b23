import { repo } from '../repo.ts'
import { ANA, type Animal, type RawCommit, rawCommit, rawTree } from './animal.ts'

const first = 'added 2026-01-05T09 First pages'

/** A second commit, made byte by byte, that changes the page. */
function second(commit: RawCommit): () => Promise<string> {
  return async () => {
    const r = await repo({ 'a.md': '# A\n\nOne.\n' })
    rawCommit(r, { tree: rawTree(r, [['100644', 'a.md', r.object('blob', '# A\n\nTwo.\n')]]), ...commit })
    return r.path
  }
}

const told = (change: string) => ({ pages: { 'a.md': [`modified ${change}`, first] } })
const at = (date: string) => `Ana Lima <ana@example.org> ${date}`

/** Messages, people and dates. */
export const words: readonly Animal[] = [
  {
    name: 'message and name in Latin-1',
    make: second({
      author: 'J\xe9r\xf4me <j@example.org> 1767693600 +0000',
      headers: 'encoding ISO-8859-1\n',
      message: Buffer.from('R\xe8gle chang\xe9e\n', 'latin1'),
    }),
    expected: told('2026-01-06T10 Règle changée'),
  },
  {
    name: 'message in no encoding',
    make: second({ message: Buffer.from('R\xe8gle\n', 'latin1') }),
    expected: told('2026-01-06T10 R\ufffdgle'),
  },
  { name: 'date before 1970', make: second({ author: at('-5 +0000') }), expected: told('unknown Raw') },
  { name: 'date in the year 9999', make: second({ author: at('253402300799 +0000') }), expected: told('unknown Raw') },
  {
    name: 'date of 21 digits',
    make: second({ author: at('100000000000000000000 +0000') }),
    expected: told('unknown Raw'),
  },
  { name: 'date that is a word', make: second({ author: at('yesterday') }), expected: told('unknown Raw') },
  {
    name: 'zone that cannot be',
    make: second({ author: at('1767693600 +9999') }),
    expected: told('2026-01-06T10 Raw'),
  },
  {
    name: 'date of the year 2038',
    make: second({ author: at('2147483648 -0330') }),
    expected: told('2038-01-19T03 Raw'),
  },
  {
    name: 'clock that ran backwards',
    make: second({ author: at('1262340000 +0000') }),
    expected: told('2010-01-01T10 Raw'),
  },
  { name: 'no author', make: second({ author: null, committer: ANA }), expected: told('2026-01-06T10 Raw') },
  { name: 'neither author nor committer', make: second({ author: null }), expected: told('unknown Raw') },
  {
    name: 'author without a name',
    make: second({ author: ' <> 1767693600 +0000' }),
    expected: told('2026-01-06T10 Raw'),
  },
  {
    name: 'author without an address',
    make: second({ author: 'Ana Lima 1767693600 +0000' }),
    expected: told('unknown Raw'),
  },
  {
    name: 'author and title with control characters',
    make: second({
      author: 'Ana\x1b[31m\x07 <ana@example.org> 1767693600 +0000',
      message: 'Title\x1b]8;;https://evil.example\x07\x00\u202e of all\n',
    }),
    expected: told('2026-01-06T10 Title⟨U+001B⟩]8;;https://evil.example⟨U+0007⟩⟨U+0000⟩⟨U+202E⟩ of all'),
  },
  { name: 'no message', make: second({ message: '' }), expected: told('2026-01-06T10 6c1e81050ea4') },
  {
    name: 'message of a megabyte',
    make: second({ message: `Title\n\n${'Because of much. '.repeat(60_000)}\n` }),
    expected: told('2026-01-06T10 Title'),
  },
  {
    name: 'commit of more than 10 MB',
    make: second({ message: `Title\n\n${'x'.repeat(10 * 1024 * 1024)}\n` }),
    expected: { error: 'git/missing-object' },
  },
  {
    name: 'signed commit',
    make: second({
      headers: 'gpgsig -----BEGIN\n author Eve <eve@example.org> 1 +0000\n -----END\n',
      message: 'Signed\n',
    }),
    expected: told('2026-01-06T10 Signed'),
  },
  {
    name: 'second author line',
    make: second({ headers: 'author Eve <eve@example.org> 1 +0000\n', message: 'Twice\n' }),
    expected: told('2026-01-06T10 Twice'),
  },
]
