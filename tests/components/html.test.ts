import fc from 'fast-check'
import type { Root } from 'hast'
import { htmlToHast } from 'satteri'
import { expect, test } from 'vitest'
import { html } from '../../src/components/html.ts'

test('lets no text out of the text or the attribute it stands in', () => {
  const hostile = fc.oneof(fc.string(), fc.constantFrom('"', `'><script>`, '</p>', '&lt;', '<!--', '&'))
  fc.assert(
    fc.property(
      fc.array(hostile).map((parts) => parts.join('').replace(/[^\x20-\x7e]/g, '')),
      (text) => {
        const { text: written } = html`<p title="${text}">a${text}</p>`
        expect((htmlToHast(written, { fragment: true }) as Root).children).toMatchObject([
          { tagName: 'p', properties: { title: text }, children: [{ type: 'text', value: `a${text}` }] },
        ])
      },
    ),
  )
})

test('keeps what it made itself, joins lists, and leaves nothing for null and false', () => {
  expect(html`<p>${[html`<b>${1}</b>`, '<', null, false]}${null}</p>`.text).toBe('<p><b>1</b>&lt;</p>')
})

test('takes nothing for HTML that only looks like it', () => {
  const forged = JSON.parse('{"text":"<script>"}') as never
  expect(() => html`<p>${forged}</p>`).toThrow()
})
