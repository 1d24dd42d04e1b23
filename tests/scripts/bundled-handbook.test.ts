import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { defaultOptions } from '../../src/handbook/default-options.ts'
import type { Handbook } from '../../src/handbook/handbook.ts'
import { openHandbook } from '../../src/handbook/open.ts'

const bundled = fileURLToPath(new URL('../../handbook/', import.meta.url))
let folder = ''
let handbook: Handbook

/** A copy outside the repository: what its pages say does not depend on what was committed. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whybook-bundled-'))
  await cp(bundled, folder, { recursive: true })
  handbook = await openHandbook(folder, defaultOptions)
})
afterAll(async () => {
  await handbook?.close()
  await rm(folder, { recursive: true, force: true })
})

test('has nothing in it that check would warn of', () => {
  expect(handbook.findings.filter(({ level }) => level !== 'info')).toEqual([])
})

test('has three policies in force and five accepted decisions, each with an owner', () => {
  const policies = handbook.pages.filter(({ kind }) => kind === 'policy')
  const decisions = handbook.pages.filter(({ kind }) => kind === 'decision')
  expect(policies.map(({ frontMatter }) => frontMatter.effective)).toEqual(Array(3).fill('2026-11-24'))
  expect(decisions.map(({ frontMatter }) => frontMatter.status)).toEqual(Array(5).fill('accepted'))
  expect([...policies, ...decisions].filter(({ owner }) => owner === null)).toEqual([])
})

test('gives every page a title, a lead and an owner', () => {
  const incomplete = handbook.pages.filter(({ description, owner }) => description === null || owner === null)
  expect(incomplete.map(({ path }) => path)).toEqual([])
})
