import { describe, expect, it } from 'vitest'
import { findPage, livePaths } from '../../src/cli/find-page.ts'
import type { Change, History, PageTouch } from '../../src/model/history.ts'
import type { RepoPath } from '../../src/model/ids.ts'

const paths = [
  'content/benefits/parental-leave.md',
  'content/benefits/index.md',
  'content/benefits/leave.md',
  'content/travel/leave.md',
  'content/README.md',
  'content/Ä b/Über.mdx',
] as RepoPath[]
const moved = new Map([
  ['content/old-leave.md', 'content/benefits/parental-leave.md'],
  ['content/hr/Days Off.md', 'content/travel/leave.md'],
  ['content/hr/gone.md', 'content/not-here.md'],
]) as unknown as History['moved']
const find = (asked: string) => findPage(asked, new Set(paths), moved)

describe('the page that somebody means', () => {
  it.each([
    ['content/benefits/parental-leave.md', 'its path'],
    ['./content/benefits/parental-leave.md', 'its path as a shell completes it'],
    ['benefits/parental-leave.md', 'the end of its path'],
    ['parental-leave', 'its name without ending'],
    ['/benefits/parental-leave/', 'its address'],
    ['/benefits/parental-leave/#scope', 'its address with an anchor'],
    ['benefits/parental-leave.html', 'an address as another generator has it'],
    ['Parental leave', 'its name as words'],
    ['content/old-leave.md', 'a path it had before'],
  ])('is found by %s (%s)', (asked) => {
    expect(find(asked)).toEqual({ path: 'content/benefits/parental-leave.md' })
  })

  it.each(['benefits', '/benefits/', 'benefits/index.md'])('is a folder’s index for %s', (asked) => {
    expect(find(asked)).toEqual({ path: 'content/benefits/index.md' })
  })

  it.each(['days off.md', 'hr/days off', '/hr/days-off/', 'Days off'])(
    'is found by the end, address or name of a path it had before (%s)',
    (asked) => {
      expect(find(asked)).toEqual({ path: 'content/travel/leave.md' })
    },
  )

  it('is none for a folder without an index, whose pages are named', () => {
    expect(find('travel')).toEqual({ inside: ['content/travel/leave.md'] })
    expect(find('/travel/')).toEqual({ inside: ['content/travel/leave.md'] })
  })

  it('is found in any script', () => {
    expect(find('über')).toEqual({ path: 'content/Ä b/Über.mdx' })
  })

  it('is asked back when there are several', () => {
    expect(find('leave.md')).toEqual({ several: ['content/travel/leave.md', 'content/benefits/leave.md'] })
  })

  it('is guessed when it is nearly right', () => {
    expect(find('parental-laeve.md')).toEqual({ near: ['content/benefits/parental-leave.md'] })
  })

  it.each(['', '/', 'xyzzy', '???'])('is not made up for %j', (asked) => {
    expect(find(asked)).not.toHaveProperty('path')
  })
})

describe('the paths at HEAD', () => {
  const touch = (kind: PageTouch['kind'], path: string, previousPath: string | null = null) =>
    ({ kind, path, previousPath }) as unknown as PageTouch
  const change = (...touches: PageTouch[]) => ({ touches }) as unknown as Change

  it('are those that were not removed or moved away since', () => {
    const changes = [
      change(touch('removed', 'gone.md'), touch('moved', 'new.md', 'old.md')),
      change(touch('added', 'gone.md'), touch('added', 'old.md'), touch('modified', 'kept.md')),
      change(touch('removed', 'new.md'), touch('added', 'kept.md')),
    ]
    expect([...livePaths({ changes } as unknown as History)].sort()).toEqual(['kept.md', 'new.md'])
  })
})
