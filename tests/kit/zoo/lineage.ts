import { executable, repo, symlink } from '../repo.ts'
import type { Animal } from './animal.ts'

const text = (subject: string, lines = 12) =>
  `# ${subject}\n\n${Array.from({ length: lines }, (_, n) => `${subject} has its rule number ${n}, and it holds.`).join('\n\n')}\n`

/** Shapes of history: merges, renames, reverts, swaps. */
export const lineage: readonly Animal[] = [
  {
    name: 'octopus merge',
    make: async () => {
      const r = await repo({ 'a.md': '# A' })
      for (const name of ['x', 'y', 'z']) await r.branch(name).commit(`Add ${name}`, { [`${name}.md`]: text(name) })
      await r.merge(['x', 'y', 'z'], 'Merge three')
      return r.path
    },
    expected: {
      pages: {
        'a.md': ['added 2026-01-05T09 First pages'],
        'x.md': ['added 2026-01-05T13 Merge three'],
        'z.md': ['added 2026-01-05T13 Merge three'],
      },
    },
  },
  {
    name: 'imported history',
    make: async () => {
      const r = await repo({ 'a.md': '# A' })
      const old = await r.orphan('old', { 'old.md': text('Old') }, 'Old beginning', {
        date: '2020-03-01T09:00:00+00:00',
      })
      await old.commit(
        'Old change',
        { 'old.md': `${text('Old')}\nMore of it.\n` },
        { date: '2021-03-01T09:00:00+00:00' },
      )
      await r.merge('old', 'Import the old handbook', { date: '2026-02-01T09:00:00+00:00' })
      return r.path
    },
    expected: {
      pages: {
        'a.md': ['added 2026-01-05T09 First pages'],
        'old.md': ['modified 2021-03-01T09 Old change', 'added 2020-03-01T09 Old beginning'],
      },
    },
  },
  {
    name: 'rename, then a new page on the old path',
    make: async () => {
      const r = await repo({ 'vacation.md': text('Vacation') })
      await r.rename('vacation.md', 'leave.md', 'Move')
      await r.commit('New page', { 'vacation.md': text('Camping', 5) })
      return r.path
    },
    expected: {
      pages: {
        'leave.md': ['moved 2026-01-05T10 Move', 'added 2026-01-05T09 First pages'],
        'vacation.md': ['added 2026-01-05T11 New page'],
      },
    },
  },
  {
    name: 'rename that only changes case',
    make: async () => {
      const r = await repo({ 'Leave.md': text('Leave') })
      await r.rename('Leave.md', 'leave.md', 'Lower case')
      return r.path
    },
    expected: { pages: { 'leave.md': ['moved 2026-01-05T10 Lower case', 'added 2026-01-05T09 First pages'] } },
  },
  {
    name: 'two pages that change places',
    make: async () => {
      const r = await repo({ 'a.md': text('Apples'), 'b.md': text('Bears') })
      await r.commit('Swap', { 'a.md': text('Bears'), 'b.md': text('Apples') })
      return r.path
    },
    expected: {
      pages: {
        'a.md': ['moved 2026-01-05T10 Swap', 'added 2026-01-05T09 First pages'],
        'b.md': ['moved 2026-01-05T10 Swap', 'added 2026-01-05T09 First pages'],
      },
    },
  },
  {
    name: 'revert',
    make: async () => {
      const r = await repo({ 'a.md': '# A\n\nOne.\n' })
      const id = await r.commit('Second', { 'a.md': '# A\n\nTwo.\n' })
      await r.commit(`Revert "Second"\n\nThis reverts commit ${id}.\n`, { 'a.md': '# A\n\nOne.\n' })
      return r.path
    },
    expected: {
      pages: {
        'a.md': [
          'modified 2026-01-05T11 Revert "Second"',
          'modified 2026-01-05T10 Second',
          'added 2026-01-05T09 First pages',
        ],
      },
    },
  },
  {
    name: 'page removed and made again',
    make: async () => {
      const r = await repo({ 'a.md': text('A'), 'b.md': '# B' })
      await r.commit('Remove', { 'a.md': null })
      await r.commit('Make anew', { 'a.md': text('Another', 4) })
      return r.path
    },
    expected: { pages: { 'a.md': ['added 2026-01-05T11 Make anew'] } },
  },
  {
    name: 'empty tree, then pages',
    make: async () => {
      const r = await repo({ 'a.md': '# A' })
      await r.commit('Remove everything', { 'a.md': null })
      await r.commit('Begin again', { 'b.md': text('B') })
      return r.path
    },
    expected: { pages: { 'b.md': ['added 2026-01-05T11 Begin again'], 'a.md': [] } },
  },
  {
    name: 'merge that throws its branch away',
    make: async () => {
      const r = await repo({ 'a.md': '# A' })
      await r.branch('x').commit('Change on x', { 'a.md': '# X' })
      await r.merge('x', 'Merge x, keep ours', { files: { 'a.md': '# A' } })
      return r.path
    },
    expected: { pages: { 'a.md': ['added 2026-01-05T09 First pages'] } },
  },
  {
    name: 'merge commit without a common past of three',
    make: async () => {
      const r = await repo({ 'a.md': '# A' })
      await r.orphan('one', { 'one.md': text('One') }, 'Begin one')
      await r.orphan('two', { 'two.md': text('Two') }, 'Begin two')
      await r.merge(['one', 'two'], 'Join')
      return r.path
    },
    expected: {
      pages: {
        'a.md': ['added 2026-01-05T09 First pages'],
        'one.md': ['added 2026-01-05T10 Begin one'],
        'two.md': ['added 2026-01-05T11 Begin two'],
      },
    },
  },
  {
    name: 'page that is a link',
    make: async () => {
      const r = await repo({ 'a.md': '# A', 'link.md': symlink('/etc/passwd') })
      await r.commit('Link becomes a page', { 'link.md': text('Link') })
      return r.path
    },
    expected: { pages: { 'link.md': ['added 2026-01-05T10 Link becomes a page'] } },
  },
  {
    name: 'change of mode alone',
    make: async () => {
      const r = await repo({ 'a.md': '# A' })
      await r.commit('Make it executable', { 'a.md': executable('# A') })
      return r.path
    },
    expected: { pages: { 'a.md': ['modified 2026-01-05T10 Make it executable', 'added 2026-01-05T09 First pages'] } },
  },
  {
    name: 'file that becomes a folder and back',
    make: async () => {
      const r = await repo({ 'a.md': text('A') })
      await r.commit('Into a folder', { 'a.md': null, 'a.md/index.md': text('A') })
      await r.commit('Back', { 'a.md/index.md': null, 'a.md': text('A') })
      return r.path
    },
    expected: {
      pages: {
        'a.md': ['moved 2026-01-05T11 Back', 'moved 2026-01-05T10 Into a folder', 'added 2026-01-05T09 First pages'],
      },
    },
  },
]
