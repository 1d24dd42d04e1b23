import { describe, expect, test } from 'vitest'
import { sanitiseSvg } from '../../src/markdown/svg.ts'

const inside = (content: string, attributes = '') =>
  sanitiseSvg(`<svg xmlns="http://www.w3.org/2000/svg"${attributes}>${content}</svg>`)
const empty = '<svg xmlns="http://www.w3.org/2000/svg" />'

describe('a picture', () => {
  test('keeps what it draws with', () => {
    const drawn =
      '<defs><linearGradient id="g" x1="0" gradientUnits="userSpaceOnUse"><stop offset="0" stop-color="#fff" /></linearGradient>' +
      '<clipPath id="c"><rect width="1" height="1" /></clipPath></defs>' +
      '<path d="M0 0h1" fill="url(#g)" stroke-width="2" clip-path="url(#c)" class="a" /><text x="1" text-anchor="middle">A &#x26; B</text>'
    expect(inside(drawn, ' viewBox="0 0 1 1"')).toBe(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">${drawn}</svg>`,
    )
  })

  test('keeps a style sheet that stays inside, parts of itself, and a bitmap that it carries', () => {
    expect(inside('<style>/* x */ .a { fill: red; filter: url(#f) }</style>')).toContain(
      '.a { fill: red; filter: url(#f) }',
    )
    expect(inside('<use xlink:href="#a"/>')).toContain('<use href="#a" />')
    expect(inside('<image href="data:image/png;base64,AAAA"/>')).toContain('data:image/png;base64,AAAA')
  })

  test('may stand behind an XML declaration and a document type', () => {
    expect(sanitiseSvg('<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "x" "y">\n<svg><g/></svg>')).toContain('<g />')
  })

  test.each([
    '',
    'no picture',
    '<html><p>x</p></html>',
    '<svgx></svgx>',
    '<svg>'.repeat(2000),
    `<svg>${'x'.repeat(6_000_000)}</svg>`,
  ])('that is none is refused (%#)', (text) => expect(sanitiseSvg(text)).toBeNull())
})

describe('a picture that attacks', () => {
  test.each([
    '<script>alert(1)</script>',
    '<script href="https://evil.example/x.js"/>',
    '<script><![CDATA[alert(1)]]></script>',
    '<foreignObject><iframe src="javascript:alert(1)"/></foreignObject>',
    '<handler type="text/javascript">alert(1)</handler>',
    '<style>@import url(https://evil.example/x.css);</style>',
    '<style>a{background:url("https://evil.example")}</style>',
    '<style>a{background:u\\72l(https://evil.example)}</style>',
    '<style>a{background:ur/**/l(https://evil.example)}</style>',
    '<style>a{x:expression(alert(1))}</style>',
    '<style>@font-face{src:url(data:font/woff,x)}</style>',
    '<set attributeName="href" to="javascript:alert(1)"/>',
    '<animate attributeName="href" values="javascript:alert(1)"/>',
    '<animateTransform onbegin="alert(1)"/>',
    '<!ENTITY x "y">',
  ])('%s', (content) => {
    expect(inside(content)?.replace(/>\s*<\/svg>$/, ' />')).toBe(empty)
  })

  test.each([
    '<style></style><!-- </style><script>alert(1)</script> -->',
    '<a href="javascript:alert(1)">x</a>',
    '<a xlink:href="javascript:alert(1)">x</a>',
    '<use href="https://evil.example/x.svg#a"/>',
    '<use xlink:href="data:image/svg+xml;base64,AAAA#a"/>',
    '<image href="https://evil.example/p.gif"/>',
    '<image href="data:image/svg+xml;base64,AAAA"/>',
    '<feImage href="https://evil.example"/>',
    '<path onclick="alert(1)" onload="alert(1)" d="M0"/>',
    '<path style="fill:url(https://evil.example)" fill="url(https://evil.example#a)" d="M0"/>',
    '<path filter="url( \'//evil.example\' )" mask="url(x.svg#a)" d="M0"/>',
    '<text>&lt;script>alert(1)&lt;/script></text>',
    '<title><img src=x onerror=alert(1)></title>',
    '<desc></desc><p><img src=x onerror=alert(1)></p>',
    '<g xmlns:x="http://www.w3.org/1999/xhtml"><x:script>alert(1)</x:script></g>',
  ])('%s', (content) => {
    const picture = inside(content) ?? ''
    expect(picture).not.toMatch(/evil|javascript|<a[\s>]|<img|<script|\son\w+=|data:|xlink/)
  })

  test('never has its entities expanded', () => {
    const bomb = `<!DOCTYPE svg [<!ENTITY a "${'x'.repeat(100)}"><!ENTITY b "&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>`
    expect(sanitiseSvg(bomb)).toContain('<text>&#x26;b;</text>')
  })

  test('is served without what XML forbids', () =>
    expect(inside('<text>\u0001a\u0000</text>')).not.toMatch(/[\0-\x08]/))
})
