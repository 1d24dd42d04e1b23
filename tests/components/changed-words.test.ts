import { expect, test } from 'vitest'
import { changedWords } from '../../src/components/changed-words.ts'

const marked = (before: string, after: string) => {
  const words = changedWords(before, after)
  return (
    words && {
      before: words.before.map(([from, to]) => before.slice(from, to)),
      after: words.after.map(([from, to]) => after.slice(from, to)),
    }
  )
}

test('marks a word that was replaced', () => {
  expect(marked('under 10 EUR a day', 'under 25 EUR a day')).toEqual({ before: ['10'], after: ['25'] })
})

test('marks words that were only added, without the space before them', () => {
  expect(marked('You need no receipt.', 'You need no receipt and no photo.')).toEqual({
    before: [],
    after: ['and no photo'],
  })
})

test('joins marks that stand close together into one', () => {
  expect(marked('we return it with a note attached below', 'we send it back a note attached below')?.after).toEqual([
    'send it back',
  ])
})

test('marks nothing where most of the line is new', () => {
  expect(changedWords('Claims are paid on Monday.', 'Nobody travels without asking first, ever.')).toBeNull()
})

test('keeps whole words of scripts that are not Latin', () => {
  expect(marked('عشرون أسبوعًا لكل والد هنا', 'عشرون يومًا لكل والد هنا')).toEqual({
    before: ['أسبوعًا'],
    after: ['يومًا'],
  })
})

test('marks single signs where a script puts no space between words', () => {
  expect(marked('育児休業は二十週間です', '育児休業は三十週間です')).toEqual({ before: ['二'], after: ['三'] })
})

test('marks one word of a line that is longer than a page', () => {
  const text = 'A line that goes on. '.repeat(2000)
  expect(marked(`${text}old end`, `${text}new end`)).toEqual({ before: ['old'], after: ['new'] })
})

test('marks nothing once its allowance is used up, and takes from it what it needs', () => {
  const allowance = { steps: 100 }
  expect(changedWords('under 10 EUR a day', 'under 25 EUR a day', allowance)).not.toBeNull()
  expect(allowance.steps).toBeLessThan(100)
  expect(changedWords('a b c d e f g h i j', 'k l m n o p q r s t', allowance)).toBeNull()
  for (let count = 0; count < 30; count += 1) changedWords('a 1', 'a 2', allowance)
  expect(changedWords('under 10 EUR a day', 'under 25 EUR a day', allowance)).toBeNull()
})
