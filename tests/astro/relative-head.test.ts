import { expect, test } from 'vitest'
import { relativeHead } from '../../src/astro/relative-head.ts'

const page = (root: string, body = '') =>
  `<!doctype html><html lang="en" dir="ltr" data-root="${root}"><head><link rel="stylesheet" href="/_whybook/a.css"><script type="module" src="/_whybook/b.js"></script></head><body>${body}</body></html>`

test('leads to style sheets and scripts from the depth of the page', () => {
  const html = relativeHead(page('../../'))
  expect(html).toContain('href="../../_whybook/a.css"')
  expect(html).toContain('src="../../_whybook/b.js"')
})

test('leads to them below the base on the page for missing addresses', () => {
  expect(relativeHead(page('/group/handbook/'))).toContain('href="/group/handbook/_whybook/a.css"')
})

test('leaves what the text says alone', () => {
  const text = '<p><a href="/_whybook/a.css">an example</a></p>'
  expect(relativeHead(page('../', text))).toContain(text)
})
