import { expect, test } from 'vitest'
import { relativeAssets } from '../../src/layouts/relative-assets.ts'

const page = (root: string, body = '') =>
  `<!doctype html><html lang="en" dir="ltr" data-root="${root}"><head><link rel="stylesheet" href="/_whybook/a.css"><script type="module" src="/_whybook/b.js"></script></head><body>${body}</body></html>`

test('leads to style sheets and scripts from the depth of the page', () => {
  const html = relativeAssets(page('../../'))
  expect(html).toContain('href="../../_whybook/a.css"')
  expect(html).toContain('src="../../_whybook/b.js"')
})

test('leads to them below the base on the page for missing addresses', () => {
  expect(relativeAssets(page('/group/handbook/'))).toContain('href="/group/handbook/_whybook/a.css"')
})

test('leaves what the text says alone', () => {
  const text = '<p><a href="/_whybook/a.css">an example</a></p>'
  expect(relativeAssets(page('../', text))).toContain(text)
})
