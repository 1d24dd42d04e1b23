import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bold, terminal } from '../../src/cli/terminal.ts'

function recorded(options: { json?: boolean; quiet?: boolean; isTTY?: boolean } = {}) {
  const written = { out: '', error: '' }
  const stream = (name: 'out' | 'error') => ({
    isTTY: options.isTTY === true,
    columns: 20,
    write: (text: string) => {
      written[name] += text
    },
  })
  const { json = false, quiet = false } = options
  return { written, here: terminal(stream('out'), stream('error'), { json, quiet, colour: false, program: 'whybook' }) }
}

describe('the terminal', () => {
  it('never gets a control or direction character from what it shows', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { here, written } = recorded()
        here.answer(text, bold(text))
        here.warn(text)
        here.json({ text })
        expect(written.out + written.error).not.toMatch(/(?![\n\t])[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u)
      }),
    )
  })

  it('gives JSON that reads back the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { here, written } = recorded()
        here.json({ text })
        expect(JSON.parse(written.out)).toEqual({ text })
      }),
    )
  })

  it('keeps standard output for the document with --json', () => {
    const { here, written } = recorded({ json: true })
    here.say('summary')
    here.answer('line')
    here.json({ schema: 1 })
    expect(JSON.parse(written.out)).toEqual({ schema: 1 })
    expect(written.error).toBe('summary\nline\n')
  })

  it('says only what was asked for with --quiet', () => {
    const { here, written } = recorded({ quiet: true, isTTY: true })
    here.say('summary')
    here.step('reading')
    here.status('1 of 2')
    here.answer('answer')
    here.warn('error')
    expect(written).toEqual({ out: 'answer\n', error: 'error\n' })
  })

  it('draws progress in place, cut to the width, where somebody watches, and takes it away', () => {
    const { here, written } = recorded({ isTTY: true })
    here.status('Drawing pages 1 of 2000')
    here.status('done')
    here.say('Built')
    expect(written.error).toBe('Drawing pages 1 of \r\u001b[2Kdone\r\u001b[2K')
    const away = recorded()
    away.here.status('Drawing pages')
    expect(away.written.error).toBe('')
  })
})
