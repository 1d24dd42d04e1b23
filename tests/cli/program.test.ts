import { symlinkSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { asCalled, programOf } from '../../src/cli/program.ts'
import { shellWord } from '../../src/text/shell-word.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'

describe('what to type for Whybook', () => {
  const folder = temporaryFolder().path
  const script = join(folder, 'whybook.js')
  writeFileSync(script, '')

  it('is npx whybook below npx and npm run', () => {
    expect(programOf({ environment: { npm_command: 'exec' }, script, here: '/' })).toBe('npx whybook')
    expect(programOf({ environment: { npm_execpath: '/npm-cli.js' }, script, here: '/' })).toBe('npx whybook')
  })

  it('is whybook where that is what the PATH finds, and not where it finds another one', () => {
    const [bin, other] = [temporaryFolder().path, temporaryFolder().path]
    symlinkSync(script, join(bin, 'whybook'))
    writeFileSync(join(other, 'whybook'), '')
    const PATH = ['/nowhere', bin].join(delimiter)
    expect(programOf({ environment: { PATH }, script: join(bin, 'whybook'), here: '/' })).toBe('whybook')
    expect(programOf({ environment: { PATH: other }, script, here: folder })).toBe('node whybook.js')
  })

  it('is the script itself elsewhere, as it is written in this folder', () => {
    expect(programOf({ environment: {}, script, here: folder })).toBe('node whybook.js')
    expect(programOf({ environment: {}, script: join(folder, '.bin/whybook'), here: folder })).toBe('.bin/whybook')
    expect(programOf({ environment: {}, script: '/a b/bin/whybook.js', here: folder })).toBe(
      "node '/a b/bin/whybook.js'",
    )
  })
})

describe('a text of ours', () => {
  it.each([
    ['Run whybook build first.', 'Run npx whybook build first.'],
    ['Run `whybook build --clean`; it helps.', 'Run `npx whybook build --clean`; it helps.'],
    ['claude mcp add x -- npx whybook mcp', 'claude mcp add x -- npx whybook mcp'],
    ['whybook --help lists them.', 'npx whybook --help lists them.'],
    ['whybook 0.1.0: a git repository', 'whybook 0.1.0: a git repository'],
    ['There is no site in ../whybook or whybook.', 'There is no site in ../whybook or whybook.'],
  ])('names commands as they are called here: %s', (text, called) => {
    expect(asCalled(text, 'npx whybook')).toBe(called)
  })
})

it.each([
  ['../our-handbook', '../our-handbook'],
  ['our handbook', "'our handbook'"],
  ["it's", "'it'\\''s'"],
  ['$HOME', "'$HOME'"],
])('a path is written as one word of a command line: %s', (path, word) => {
  expect(shellWord(path)).toBe(word)
})
