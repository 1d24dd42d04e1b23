import { expect, it } from 'vitest'
import { handbookRepo, open, published } from './open.ts'

it('while writing, the address of a page with a fault tells the fault and its place', async () => {
  const repo = await handbookRepo({
    'index.md': '# Home',
    'a/b.md': '---\ntitle: One: two\n---\n# Canary\n',
    'plan.md': '---\ndraft: true\n---\n# Plan\n',
  })
  const handbook = await open(repo.path)
  for (const address of ['/a/b/', '/a/b', '/A/%62/']) {
    expect(handbook.withheldAt(address)?.withheld).toMatchObject({
      path: 'a/b.md',
      faults: [{ place: expect.stringMatching(/^a\/b\.md:2:\d+$/), isError: true }],
    })
  }
  // Neither a page, nor a place without one, nor a draft has a fault.
  for (const address of ['/', '/a/', '/none/', '/plan/', '/%ff/']) expect(handbook.withheldAt(address)).toBeNull()
  expect(await published(handbook)).not.toMatch(/a\/b\.md|Canary/)
})

it('another fault in the same page is something new to see', async () => {
  const repo = await handbookRepo({ 'index.md': '# Home', 'a.md': '---\ntitle: One: two\n---\n' })
  const handbook = await open(repo.path)
  expect(await handbook.refresh()).toBe(false)
  repo.write({ 'a.md': '---\ndraft: maybe\n---\n' })
  expect(await handbook.refreshFile(`${handbook.root}/a.md`)).toBe(true)
})
