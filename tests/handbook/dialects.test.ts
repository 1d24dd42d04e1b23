import { describe, expect, test } from 'vitest'
import type { Handbook } from '../../src/handbook/handbook.ts'
import type { Route } from '../../src/model/ids.ts'
import type { PageView } from '../../src/model/view.ts'
import { rawTags } from '../kit/raw-tags.ts'
import type { Files } from '../kit/repo.ts'
import { jekyll } from './dialects/jekyll.ts'
import { handbookRepo, open, pageAt } from './open.ts'

async function opened(files: Files): Promise<Handbook> {
  return open((await handbookRepo(files)).path)
}

/** What is told about the languages of other generators. */
const told = (handbook: Handbook): string[] =>
  handbook.findings
    .filter(({ ruleId }) => /^(?:dialect|includes|links|images)\//.test(ruleId))
    .map(({ ruleId, path, line }) => `${ruleId} ${path}:${line}`)

/** Line of the first line of a file that holds some words. */
const lineOf =
  (text: string) =>
  (words: string): number =>
    text.split('\n').findIndex((line) => line.includes(words)) + 1

const textOf = (view: PageView): string => view.html.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ')

describe('a handbook written for another generator', () => {
  test.each([['Jekyll', jekyll]])('%s shows no tag outside code, in no page and no title', async (_, files) => {
    const handbook = await opened(files)
    for (const { route } of handbook.routes()) {
      const view = await handbook.view(route as Route)
      if (view.type !== 'page') continue
      expect(rawTags(view.html), route).toEqual([])
      expect(rawTags(`${view.title} ${JSON.stringify(view.sections)}`), route).toEqual([])
    }
  })

  test('Jekyll: includes, data, values and links work', async () => {
    const handbook = await opened(jekyll)
    const view = await pageAt(handbook, '/all/')
    const text = textOf(view)
    for (const words of [
      'Careful: Mind the gap',
      'Owned by Ana of Millrace handbook; see Ana.',
      'A part that stands beside.',
      'Loud Quiet',
      'First is Ana. Contents shown.',
      'Who Role Ana Mill wright Ben Baker',
      'Wheel: 8',
      'Race, upper: 3',
      'PAY, LEAVE',
      'Written once',
      'Plain layout',
      'puts "{{ not.touched }}"',
      'Write {{ page.title }} to show it.',
      'Warning This is a warning.',
      'A notice of Minimal Mistakes.',
      '{% include note.html %} {{ code.stays }}',
      '{% indented.code %}',
    ])
      expect(text).toContain(words)
    expect(text).not.toContain('secret-note')
    expect(view.html).toContain('href="../guides/pay/"')
    expect(view.html).toMatch(/href="[^"]*new-mill\/">news/)
    expect(view.html).toContain('href="../guides/pay/">again')
    expect((await pageAt(handbook, '/guides/pay/')).title).toBe('Pay at Millrace handbook')
    const at = lineOf(jekyll['all.md'])
    expect(told(handbook).sort()).toEqual([
      `dialect/liquid all.md:${at('{% zork')}`,
      `dialect/tokens all.md:${at('unknown_thing')}`,
      `includes/cycle all.md:${at('loop.md')}`,
    ])
  })
})
