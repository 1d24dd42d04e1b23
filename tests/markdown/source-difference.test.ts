import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sourceDifference } from '../../src/markdown/source-difference.ts'

const text = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('')
const shown = (before: string, after: string) =>
  sourceDifference(before, after).map(({ kind, before, after, text }) => {
    const mark = { same: ' ', added: '+', removed: '-', skip: '…' }[kind]
    return `${mark}${before ?? ''}/${after ?? ''} ${text}`
  })

test('shows a change with three lines around it and tells what is left out', () => {
  const before = Array.from({ length: 20 }, (_, index) => `line ${index + 1}`)
  const after = before.map((line) => (line === 'line 10' ? 'line ten' : line))
  expect(shown(text(before), text(after))).toEqual([
    '…/ 6 unchanged lines',
    ' 7/7 line 7',
    ' 8/8 line 8',
    ' 9/9 line 9',
    '-10/ line 10',
    '+/10 line ten',
    ' 11/11 line 11',
    ' 12/12 line 12',
    ' 13/13 line 13',
    '…/ 7 unchanged lines',
  ])
})

test('shows a new page as added and a removed one as removed', () => {
  expect(shown('', '# A\n\nText\n')).toEqual(['+/1 # A', '+/2 ', '+/3 Text'])
  expect(shown('# A\n', '')).toEqual(['-1/ # A'])
})

test('shows nothing when line ends, a byte order mark or the last line feed alone changed', () => {
  expect(sourceDifference('a\nb\n', '\uFEFFa\r\nb')).toEqual([])
})

test('puts removed lines before added ones in each place', () => {
  expect(shown('a\nb\nc\n', 'x\ny\nc\n')).toEqual(['-1/ a', '-2/ b', '+/1 x', '+/2 y', ' 3/3 c'])
})

test('shows control and direction characters as their code point', () => {
  expect(shown('', 'a\u001b[31m\u202Eb')).toEqual(['+/1 a⟨U+001B⟩[31m⟨U+202E⟩b'])
})

test('cuts a line of data that nobody can read', () => {
  const [line] = sourceDifference('', 'x'.repeat(100_000))
  expect(line?.text.length).toBeLessThan(6000)
})

test('a line that says that one line is missing is never shown: the line itself is', () => {
  const lines = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
  const before = text(['old', ...lines, 'old'])
  const after = text(['new', ...lines, 'new'])
  expect(sourceDifference(before, after).some(({ kind }) => kind === 'skip')).toBe(false)
})

test('what is shown, and what is left out, is the page before and the page after', () => {
  const page = fc.array(fc.constantFrom('', 'a', 'b', 'c', '# d', '- e'), { maxLength: 60 })
  fc.assert(
    fc.property(page, page, (a, b) => {
      const lines = sourceDifference(text(a), text(b))
      for (const line of lines) {
        if (line.before !== null) expect(a[line.before - 1]).toBe(line.text)
        if (line.after !== null) expect(b[line.after - 1]).toBe(line.text)
      }
      const hidden = lines.flatMap((line) => (line.kind === 'skip' ? [Number.parseInt(line.text, 10)] : []))
      const left = hidden.reduce((sum, count) => sum + count, 0)
      if (lines.length > 0) {
        expect(lines.filter((line) => line.before !== null).length + left).toBe(a.length)
        expect(lines.filter((line) => line.after !== null).length + left).toBe(b.length)
      } else expect(a).toEqual(b)
    }),
  )
})
