import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claims } from '../../src/build/claims.ts'
import { isInside, outputPath } from '../../src/build/output-path.ts'
import { resolveRequest } from '../../src/build/resolve-request.ts'

describe('the file of a route', () => {
  it.each([
    ['/', 'index.html'],
    ['/benefits/leave/', 'benefits/leave/index.html'],
    ['/404.html', '404.html'],
    ['/ä ü/', 'ä ü/index.html'],
  ])('%s is %s', (route, file) => {
    expect(outputPath(route)).toBe(file)
  })

  it.each(['/../x/', '/a/../../b/', '/a//b/', '/a\\b/', '/a\0/', '/./', '/C:/x/'])('%j is refused', (route) => {
    expect(() => outputPath(route)).toThrow(/Not an output path/)
  })
})

describe('claims on the output', () => {
  it('give a path to the first that wants it, and no folder where a file is', () => {
    const take = claims()
    expect(take('a/index.html')).toBe(true)
    expect(take('a/index.html')).toBe(false)
    expect(take('a')).toBe(false)
    expect(take('a/index.html/index.html')).toBe(false)
    expect(take('a/picture.png')).toBe(true)
  })
})

describe('the answer to a request', () => {
  it.each([
    ['/', '/', ['index.html']],
    ['/a/?q=1', '/', ['a/index.html']],
    ['/a', '/', ['a', 'a/index.html']],
    ['/%C3%A4%20b/', '/', ['ä b/index.html']],
    ['/group/handbook/a/', '/group/handbook/', ['a/index.html']],
    ['/a%252Fb', '/', ['a%2Fb', 'a%2Fb/index.html']],
  ])('%s below %s is looked for in %j', (address, base, paths) => {
    expect(resolveRequest(address, base)).toEqual({ kind: 'files', paths })
  })

  it('leads from the base without its slash to the base', () => {
    expect(resolveRequest('/group/handbook?x', '/group/handbook/')).toEqual({
      kind: 'redirect',
      to: '/group/handbook/?x',
    })
  })

  it.each([
    '/../secret',
    '/%2e%2e/secret',
    '/a/..%2f..%2fsecret',
    '/..%5csecret',
    '/%00',
    '/%E0%A4%A',
    '//etc/passwd',
    '/a//b',
    'http://elsewhere/a',
  ])('%s is refused', (address) => {
    expect(resolveRequest(address, '/').kind).toBe('refused')
  })

  it('refuses what is not below the base', () => {
    expect(resolveRequest('/other/', '/group/handbook/').kind).toBe('refused')
  })

  it('never leads out of the folder', () => {
    const part = fc.oneof(fc.constantFrom('..', '.', '', '%2e%2e', '%2F', '%5C', 'a', '%00', '%25'), fc.string())
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const resolution = resolveRequest(`/${parts.join('/')}`, '/')
        if (resolution.kind === 'files') for (const path of resolution.paths) expect(isInside(path)).toBe(true)
      }),
    )
  })
})
