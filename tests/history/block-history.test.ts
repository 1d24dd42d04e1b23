import { expect, test } from 'vitest'
import { openRepository } from '../../src/git/open.ts'
import { editOf } from '../../src/history/alteration.ts'
import { blockWords } from '../../src/history/block-words.ts'
import { readHistory } from '../../src/history/read.ts'
import { partsOf } from '../../src/history/version.ts'
import type { BlockStory } from '../../src/model/block-history.ts'
import type { History } from '../../src/model/history.ts'
import type { RepoPath } from '../../src/model/ids.ts'
import { type Files, type Repo, repo } from '../kit/repo.ts'
import { historyIn, indexPlace, page } from './reading.ts'

const fee = 'Whoever joins pays no fee in the first year, and half of it in the second one.'
const leave = 'Everybody may take five weeks of leave a year, and more where the law says so.'
const tea = 'The kitchen on the second floor has tea, coffee and a machine that nobody can repair.'
const desk = 'A desk is kept free for guests who stay for longer than a single day.'

const text = (...blocks: string[]): string => `${blocks.join('\n\n')}\n`

/** The blocks of a page at HEAD by the words they begin with. */
function storyOf(history: History, path: string, source: string): (beginning: string) => BlockStory {
  const blocks = history.blocks().blocksOf(path as RepoPath, source)
  return (beginning) => {
    const found = blocks.find((block) => block.text.startsWith(beginning))
    if (found === undefined) throw new Error(`No block begins with “${beginning}”.`)
    return found
  }
}

/** `class: title` of each change of a block, newest first. */
const chainOf = ({ chain }: BlockStory): string[] => chain.map((step) => `${step.class}: ${step.change.change.title}`)

/** A repository with one commit for each state of its files. */
async function told(...states: (readonly [string, Files])[]): Promise<Repo> {
  const [[message, files] = ['', {}], ...rest] = states
  const r = await repo(files, { message })
  for (const [title, next] of rest) await r.commit(title, next)
  return r
}

test('an edited block keeps its name, and tells its last change of substance and the one it came in with', async () => {
  const r = await told(
    ['Begin', { 'a.md': text('# A', fee, leave) }],
    ['Say six', { 'a.md': text('# A', fee, leave.replace('five', 'six')) }],
    ['Wrap', { 'a.md': text('# A', fee, leave.replace('five', 'six').replace(', and', ',\nand')) }],
    ['Mark up', { 'a.md': text('# A', fee, leave.replace('five', '**six**')) }],
  )
  const history = await historyIn(r)
  const block = storyOf(history, 'a.md', text('# A', fee, leave.replace('five', '**six**')))('Everybody')
  expect(chainOf(block)).toEqual(['format: Mark up', 'layout: Wrap', 'substance: Say six', 'born: Begin'])
  expect(block.last?.change.change.title).toBe('Say six')
  expect(block.introduced?.change.change.title).toBe('Begin')
  expect(block.id).toMatch(/^b-[0-9a-hjkmnp-tv-z]{7}$/)
  const before = await told(['Begin', { 'a.md': text('# A', fee, leave) }])
  expect(storyOf(await historyIn(before), 'a.md', text('# A', fee, leave))('Everybody').id).toBe(block.id)
})

test.each([
  ['Wait no more than < 5 days for it.', 'Wait no more than > 5 days for it.', 'substance'],
  ['A guest pays $5 for a night.', 'A guest pays €5 for a night.', 'substance'],
  ['Ask ~~Ana~~ Ben first of all.', 'Ask Ana Ben first of all.', 'substance'],
  ['See [the list](a.md) of names.', 'See [the list](b.md) of names.', 'link'],
  ['Say it -- to everybody', 'Say it – to everybody.', 'format'],
  ['Use **these** words only.', 'Use these words only.', 'format'],
  ['- [ ] Ask Ana about the bank.', '- [x] Ask Ana about the bank.', 'substance'],
  ['* Ask Ana about the bank.', '- Ask  Ana about the bank.', 'layout'],
  ['## A title of some words', '### A title of some words', 'layout'],
  ['| a | b |\n|---|---|\n| one | two |', '| a   | b   |\n| --- | --- |\n| one | two |', 'layout'],
  ['You must ask somebody first.', 'You most ask somebody first.', 'substance'],
  ['    code - of a kind', '    code + of a kind', 'substance'],
])('%j became %j: %s', (before, after, expected) => {
  const [old, now] = [text('# A', 'Before it.', before, 'After it.'), text('# A', 'Before it.', after, 'After it.')]
  const [a, b] = [partsOf(old), partsOf(now)]
  const edits = a.blocks.flatMap((block, at) => {
    const other = b.blocks[at]
    if (other === undefined) return []
    const same = a.forms[at]?.layout === b.forms[at]?.layout
    return editOf(block, other, same, blockWords) ?? []
  })
  // A candidate whose old word is in use is no mended spelling.
  expect(edits.map((edit) => (edit.class === 'spelling' ? 'substance' : edit.class))).toEqual([expected])
})

test('a mended spelling is one where the old word is not used any more', async () => {
  const r = await told(
    ['Begin', { 'a.md': text('# A', leave.replace('Everybody', 'Evrybody')) }],
    ['Spell', { 'a.md': text('# A', leave) }],
  )
  const history = await historyIn(r)
  const classOf = (isUsed: (word: string) => boolean) =>
    history.blocks(isUsed).blocksOf('a.md' as RepoPath, text('# A', leave))[1]?.chain[0]?.class
  expect(classOf((word) => word === 'evrybody')).toBe('substance')
  expect(classOf(() => false)).toBe('spelling')
})

test('blocks follow their text to other pages: moved, swapped and renamed with another page in the old place', async () => {
  const r = await told(
    ['Begin', { 'a.md': text(page('apples'), fee), 'b.md': text(page('bears'), leave) }],
    ['Swap', { 'a.md': text(page('bears'), leave), 'b.md': text(page('apples'), fee) }],
    [
      'Rename',
      { 'c.md': text(page('bears'), leave), 'a.md': text(page('cows'), `${leave.replace('five', 'four')} Now.`) },
    ],
    ['Move', { 'b.md': page('apples'), 'c.md': text(page('bears'), leave, fee) }],
  )
  const history = await historyIn(r)
  const c = storyOf(history, 'c.md', text(page('bears'), leave, fee))
  expect(chainOf(c('Everybody'))).toEqual(['born: Begin'])
  expect(chainOf(c('Whoever'))).toEqual(['moved: Move', 'born: Begin'])
  expect(c('Whoever').chain[0]?.movedFrom).toBe('b.md')
  // Text that is only alike takes nobody's name.
  const a = storyOf(history, 'a.md', text(page('cows'), `${leave.replace('five', 'four')} Now.`))
  expect(a('Everybody').id).not.toBe(c('Everybody').id)
  expect(a('Everybody').introduced?.change.change.title).toBe('Rename')
})

test('two hundred pages that move at once keep their blocks', async () => {
  const names = Array.from({ length: 200 }, (_, index) => `page-${index}`)
  const files = (folder: string) => Object.fromEntries(names.map((name) => [`${folder}/${name}.md`, page(name, 3)]))
  const gone = Object.fromEntries(names.map((name) => [`old/${name}.md`, null]))
  const r = await told(['Begin', files('old')], ['Move', { ...gone, ...files('new') }])
  const history = await historyIn(r)
  for (const name of names) {
    const blocks = history.blocks().blocksOf(`new/${name}.md` as RepoPath, page(name, 3))
    expect(blocks.map(chainOf)).toEqual(blocks.map(() => ['born: Begin']))
  }
})

test('blocks that are split and put together tell so', async () => {
  const r = await told(
    ['Begin', { 'a.md': text('# A', `${fee} ${leave}`, tea, desk) }],
    ['Split', { 'a.md': text('# A', fee, leave, tea, desk) }],
    ['Join', { 'a.md': text('# A', fee, leave, `${tea} ${desk}`) }],
  )
  const history = await historyIn(r)
  const of = storyOf(history, 'a.md', text('# A', fee, leave, `${tea} ${desk}`))
  expect([chainOf(of('Whoever')), chainOf(of('Everybody'))]).toContainEqual(['split: Split', 'born: Begin'])
  const [removed] = history.blocks().removedFrom('a.md' as RepoPath)
  expect(removed?.change.change.title).toBe('Join')
  expect(removed?.mergedInto).toEqual({ path: 'a.md', blockId: of('The kitchen').id })
  expect(history.blocks().find(removed?.id ?? '')?.removed?.mergedInto?.blockId).toBe(of('The kitchen').id)
})

test('a page that is split in two and one that takes another in keep the histories of their blocks', async () => {
  const r = await told(
    ['Begin', { 'a.md': text(page('apples'), fee, leave, tea) }],
    ['Split', { 'a.md': page('apples'), 'b.md': text('# Terms', fee, leave, tea) }],
    ['Join', { 'a.md': text(page('apples'), fee, leave, tea), 'b.md': null }],
  )
  const of = storyOf(await historyIn(r), 'a.md', text(page('apples'), fee, leave, tea))
  expect(chainOf(of('Whoever'))).toEqual(['moved: Join', 'moved: Split', 'born: Begin'])
})

test('copied text tells where it is from, and text that came back is the block that it was', async () => {
  const r = await told(
    ['Begin', { 'a.md': text(page('apples'), fee), 'b.md': page('bears') }],
    ['Copy', { 'b.md': text(page('bears'), fee) }],
    ['Remove', { 'a.md': page('apples') }],
    ['More', { 'a.md': text(page('apples'), desk) }],
    ['Back', { 'a.md': text(page('apples'), fee, desk) }],
  )
  const history = await historyIn(r)
  const b = storyOf(history, 'b.md', text(page('bears'), fee))('Whoever')
  const a = storyOf(history, 'a.md', text(page('apples'), fee, desk))('Whoever')
  expect(chainOf(b)).toEqual(['copied: Copy', 'born: Begin'])
  expect(b.copiedFrom).toEqual({ path: 'a.md', blockId: a.id })
  expect(b.introduced?.change.change.title).toBe('Begin')
  expect(chainOf(a)).toEqual(['restored: Back', 'born: Begin'])
  expect(a.last?.change.change.title).toBe('Back')
})

test('a revert is a change with its own reason that tells to which text it went back', async () => {
  const r = await told(
    ['Begin', { 'a.md': text('# A', fee, leave) }],
    ['Say six', { 'a.md': text('# A', fee, leave.replace('five', 'six')) }],
    ['Say seven', { 'a.md': text('# A', fee, leave.replace('five', 'seven')) }],
    ['Revert', { 'a.md': text('# A', fee, leave.replace('five', 'six')) }],
    ['Say five', { 'a.md': text('# A', `${fee} Or not.`, leave) }],
  )
  const block = storyOf(await historyIn(r), 'a.md', text('# A', `${fee} Or not.`, leave))('Everybody')
  const backs = block.chain.map(({ change, backTo }) => [change.change.title, backTo?.change.title ?? null])
  expect(backs).toEqual([
    ['Say five', 'Begin'],
    ['Revert', 'Say six'],
    ['Say seven', null],
    ['Say six', null],
    ['Begin', null],
  ])
})

test('equal short blocks follow their place', async () => {
  const source = (...answers: string[]) =>
    text(...answers.flatMap((answer, at) => [`## Question ${at} of the list`, answer]))
  const r = await told(
    ['Begin', { 'a.md': source('TBD', 'TBD', 'TBD'), 'b.md': text('# B', 'TBD') }],
    ['Answer', { 'a.md': source('TBD', fee, 'TBD'), 'b.md': text('# B') }],
  )
  const history = await historyIn(r)
  const blocks = history.blocks().blocksOf('a.md' as RepoPath, source('TBD', fee, 'TBD'))
  expect(blocks.filter(({ text: each }) => each === 'TBD').map(chainOf)).toEqual([['born: Begin'], ['born: Begin']])
  expect(new Set(blocks.map(({ id }) => id)).size).toBe(blocks.length)
})

test('what is gone tells what removed it and where it stood', async () => {
  const r = await told(
    ['Begin', { 'a.md': text('# A', fee, leave), 'b.md': text('# B', tea) }],
    ['Drop', { 'a.md': text('# A', leave) }],
    ['Drop all', { 'b.md': null }],
  )
  const history = await historyIn(r)
  const [removed] = history.blocks().removedFrom('a.md' as RepoPath)
  expect(removed).toMatchObject({ path: 'a.md', line: 3, endLine: 3, mergedInto: null, standsElsewhere: false })
  expect(removed?.blob).toBe(r.blobId('a.md', r.git('rev-list', '--max-parents=0', 'HEAD').trim()).slice(0, 12))
  expect(history.blocks().find(removed?.id ?? '')?.removed?.change.change.title).toBe('Drop')
  expect(history.blocks().find('b-nothing')).toBeUndefined()
})

test('names survive rewritten history', async () => {
  const states: (readonly [string, Files])[] = [
    ['Begin', { 'a.md': text('# A', fee, fee, leave) }],
    ['Say six', { 'a.md': text('# A', fee, fee, leave.replace('five', 'six'), tea) }],
  ]
  const source = text('# A', fee, fee, leave.replace('five', 'six'), tea)
  const idsOf = async (r: Repo) =>
    (await historyIn(r))
      .blocks()
      .blocksOf('a.md' as RepoPath, source)
      .map(({ id }) => id)
  const [one, two] = [
    await told(...states),
    await told(...states.map(([title, files]) => [`${title} amended`, files] as const)),
  ]
  expect(one.tip).not.toBe(two.tip)
  expect(await idsOf(one)).toEqual(await idsOf(two))
  expect(new Set(await idsOf(one)).size).toBe(5)
})

test('an imported history tells where the blocks of its pages come from', async () => {
  const r = await told(['Begin', { 'a.md': page('apples') }])
  await r.orphan('old', { 'b.md': text(page('bears'), fee) }, 'Old', { date: '2020-01-01T09:00:00+00:00' })
  await r
    .branch('old')
    .commit('Old words', { 'b.md': text(page('bears'), fee, leave) }, { date: '2020-02-01T09:00:00+00:00' })
  await r.merge('old', 'Import')
  await r.commit('New words', { 'b.md': text(page('bears'), fee, leave, tea) })
  const of = storyOf(await historyIn(r), 'b.md', text(page('bears'), fee, leave, tea))
  expect(['Whoever', 'Everybody', 'The kitchen'].map((words) => chainOf(of(words)))).toEqual([
    ['born: Old'],
    ['born: Old words'],
    ['born: New words'],
  ])
})

test('a shallow clone names no block that was there before it begins, and says so', async () => {
  const r = await told(
    ['Begin', { 'a.md': text('# A', fee, leave) }],
    ['Middle', { 'b.md': text('# B', desk) }],
    ['Say six', { 'a.md': text('# A', fee, leave.replace('five', 'six'), tea) }],
  )
  const clone = await r.clone({ depth: 2 })
  const history = await historyIn(clone)
  const of = storyOf(history, 'a.md', text('# A', fee, leave.replace('five', 'six'), tea))
  expect(of('Whoever')).toMatchObject({ id: null, isOlder: true, introduced: null, last: null, chain: [] })
  expect(of('Everybody')).toMatchObject({ id: null, isOlder: true, introduced: null })
  expect(of('Everybody').last?.change.change.title).toBe('Say six')
  const whole = storyOf(await historyIn(r), 'a.md', text('# A', fee, leave.replace('five', 'six'), tea))
  expect(of('The kitchen')).toMatchObject({ id: whole('The kitchen').id, isOlder: false })
  // A page that has not been changed since.
  expect(storyOf(history, 'b.md', text('# B', desk))('A desk')).toMatchObject({ id: null, isOlder: true, chain: [] })
})

test('what is not committed says so, and the rest keeps its history', async () => {
  const r = await told(['Begin', { 'a.md': text('# A', fee, leave) }])
  const history = await historyIn(r)
  const edited = text('# A', desk, leave.replace('five', 'six'), fee)
  const blocks = history.blocks().blocksOf('a.md' as RepoPath, edited, text('# A', fee, leave))
  expect(blocks.map(({ standing, id }) => [standing, id !== null])).toEqual([
    ['committed', true],
    ['new', false],
    ['changed', true],
    ['committed', true],
  ])
  expect(blocks.map(({ line }) => line)).toEqual([1, 3, 5, 7])
  expect(history.blocks().blocksOf('new.md' as RepoPath, text('# B'))[0]).toMatchObject({ standing: 'new', id: null })
})

test('a version that cannot be read leaves the blocks of its page what they were', async () => {
  const r = await told(
    ['Begin', { 'a.md': text('# A', fee, leave) }],
    ['Lost', { 'a.md': text('# A', fee, leave, 'Something that is lost.') }],
    ['Say more', { 'a.md': text('# A', fee, leave, tea) }],
  )
  r.lose(r.blobId('a.md', r.git('rev-parse', 'HEAD~1').trim()))
  const of = storyOf(await historyIn(r), 'a.md', text('# A', fee, leave, tea))
  expect(chainOf(of('Whoever'))).toEqual(['born: Begin'])
  expect(chainOf(of('The kitchen'))).toEqual(['born: Say more'])
})

test('both ways to read git find the same', async () => {
  const r = await told(
    ['Begin', { 'a.md': text(page('apples'), fee), 'b.md': text(page('bears'), leave) }],
    ['Move', { 'a.md': page('apples'), 'b.md': text(page('bears'), leave, fee) }],
    ['Edit', { 'b.md': text(page('bears'), leave.replace('five', 'six'), fee) }],
  )
  const of = async (adapter: 'native' | 'isomorphic') => {
    const repository = await openRepository(r.path, { adapter })
    if ('absent' in repository) throw new Error(repository.absent)
    const { history } = await readHistory(repository, { indexFile: indexPlace(), mailmap: null })
    await repository.close()
    return history.blocks().blocksOf('b.md' as RepoPath, text(page('bears'), leave.replace('five', 'six'), fee))
  }
  expect(await of('native')).toEqual(await of('isomorphic'))
})
