import { linkSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { readLastOutput, writeManifest } from '../../src/build/manifest.ts'
import type { Outcome } from '../../src/build/messages.ts'
import { planOf } from '../../src/build/plan.ts'
import { type Stamp, stampOf } from '../../src/build/stamp.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'

let folder: string
let out: string
let manifest: string

function put(path: string, text: string): void {
  mkdirSync(dirname(join(out, path)), { recursive: true })
  writeFileSync(join(out, path), text)
}

const stamp = (path: string): Stamp => stampOf(join(out, path)) ?? [0, '', '']
const pieces = [
  { id: 'a', key: '1' },
  { id: 'b', key: '1' },
]

beforeEach(() => {
  folder = temporaryFolder().path
  out = join(folder, 'site')
  manifest = join(folder, 'pages.json')
  put('a/index.html', 'A')
  put('b/index.html', 'B')
  writeManifest(manifest, {
    inputs: [],
    probe: null,
    outcome: {} as Outcome,
    pieces: {
      a: { key: '1', files: { 'a/index.html': stamp('a/index.html') } },
      b: { key: '1', files: { 'b/index.html': stamp('b/index.html') } },
    },
  })
})

const plan = (wanted = pieces) => {
  const { reuse, make, isDone } = planOf(wanted, readLastOutput(manifest, out))
  return { reuse: reuse.map(({ id }) => id), make: make.map(({ id }) => id), isDone }
}

describe('what is taken from the last output', () => {
  it('is everything when nothing changed, and then there is nothing to do', () => {
    expect(plan()).toEqual({ reuse: ['a', 'b'], make: [], isDone: true })
  })

  it('is not a page whose key changed, nor one that is new', () => {
    const wanted = [
      { id: 'a', key: '2' },
      { id: 'b', key: '1' },
      { id: 'c', key: '1' },
    ]
    expect(plan(wanted)).toEqual({ reuse: ['b'], make: ['a', 'c'], isDone: false })
  })

  it('leaves work when a page went away', () => {
    expect(plan([{ id: 'a', key: '1' }])).toEqual({ reuse: ['a'], make: [], isDone: false })
  })

  it.each([
    ['edited', () => put('a/index.html', 'Z')],
    ['removed', () => rmSync(join(out, 'a/index.html'))],
    [
      'replaced by another file of the same words',
      () => {
        renameSync(join(out, 'a/index.html'), join(out, 'kept'))
        put('a/index.html', 'A')
        rmSync(join(out, 'kept'))
      },
    ],
    [
      'replaced by a link',
      () => {
        renameSync(join(out, 'a/index.html'), join(folder, 'kept'))
        symlinkSync(join(folder, 'kept'), join(out, 'a/index.html'))
      },
    ],
  ])('is not a page that was %s', (_, spoil) => {
    spoil()
    expect(plan()).toEqual({ reuse: ['b'], make: ['a'], isDone: false })
  })

  it('stays usable when the file got another link, as it does from build to build', () => {
    linkSync(join(out, 'a/index.html'), join(folder, 'copy'))
    expect(plan().isDone).toBe(true)
  })

  it('leaves work when a stranger lies in the output', () => {
    put('stranger.html', 'S')
    expect(plan()).toEqual({ reuse: ['a', 'b'], make: [], isDone: false })
  })

  it.each([
    ['missing', null],
    ['empty', ''],
    ['cut short', '{"schema":2,"inputs":[],"pie'],
    ['of another version', '{"schema":1,"inputs":[],"outcome":{},"pieces":{}}'],
    ['foreign', '[]'],
    [
      'hostile',
      '{"schema":2,"inputs":[],"outcome":{},"pieces":{"a":{"key":"1","files":{"../../etc/passwd":[1,"1","1"]}}}}',
    ],
  ])('is nothing when the manifest is %s', (_, text) => {
    if (text === null) rmSync(manifest)
    else writeFileSync(manifest, text)
    expect(plan()).toEqual({ reuse: [], make: ['a', 'b'], isDone: false })
  })

  it('is nothing when the output is gone', () => {
    rmSync(out, { recursive: true })
    expect(plan().make).toEqual(['a', 'b'])
  })
})
