import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { marker, publish, settleOutput, stage } from '../../src/build/output-folder.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'

let folder: string
let root: string
beforeEach(() => {
  folder = temporaryFolder().path
  root = join(folder, 'handbook')
  mkdirSync(root)
})

function put(path: string, text = ''): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

describe('the folder a build may replace', () => {
  it('is one that is not there yet, an empty one, or one that Whybook wrote', () => {
    mkdirSync(join(folder, 'empty'))
    put(`ours/${marker}`, '{}')
    for (const name of ['new', 'deep/new', 'empty', 'ours']) {
      expect(settleOutput(join(folder, name), root)).toBe(join(folder, name))
    }
  })

  it('is not one with files that somebody else put there', () => {
    put('theirs/thesis.doc')
    expect(() => settleOutput(join(folder, 'theirs'), root)).toThrow(/holds files that Whybook did not write/)
  })

  it('is not a work tree of git, though Whybook wrote its files', () => {
    put(`branch/${marker}`, '{}')
    put('branch/.git', 'gitdir: elsewhere')
    expect(() => settleOutput(join(folder, 'branch'), root)).toThrow(/did not write/)
  })

  it('is not a file', () => {
    put('file')
    expect(() => settleOutput(join(folder, 'file'), root)).toThrow(/file is a file, and a build makes a folder/)
  })

  it.each(['handbook', '.', '..'])('is not the handbook or a folder above it (%s)', (name) => {
    put(`handbook/${marker}`, '{}')
    expect(() => settleOutput(join(folder, name), root)).toThrow(/own folder or one above/)
  })

  it('is the one that a link leads to, so that the link stays', () => {
    put(`real/${marker}`, '{}')
    symlinkSync(join(folder, 'real'), join(folder, 'link'))
    expect(settleOutput(join(folder, 'link'), root)).toBe(join(folder, 'real'))
  })
})

describe('publishing', () => {
  it('replaces the whole output and leaves nothing beside it', () => {
    put(`site/${marker}`, 'old')
    put('site/gone.html')
    const out = join(folder, 'site')
    const staged = stage(out)
    put(`${staged.slice(folder.length + 1)}/${marker}`, 'new')
    publish(staged, out)
    expect(readFileSync(join(out, marker), 'utf8')).toBe('new')
    expect(readdirSync(out)).toEqual(['_whybook'])
    expect(readdirSync(folder).sort()).toEqual(['handbook', 'site'])
  })

  it('removes what builds that were killed left beside the output, and nothing else', () => {
    put('site.building-1/index.html')
    put('site.old-1/index.html')
    put('site.old-photos/one.jpg')
    put('site.building/plan.txt')
    const staged = stage(join(folder, 'site'))
    expect(readdirSync(folder).sort()).toEqual(
      ['handbook', 'site.building', 'site.old-photos', staged.slice(folder.length + 1)].sort(),
    )
  })

  it('puts the last output back when a build was killed between moving it away and publishing', () => {
    put(`site.old-1/${marker}`, 'last')
    stage(join(folder, 'site'))
    expect(readFileSync(join(folder, 'site', marker), 'utf8')).toBe('last')
    expect(existsSync(join(folder, 'site.old-1'))).toBe(false)
  })
})
