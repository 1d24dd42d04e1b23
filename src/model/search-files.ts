import { z } from 'zod'

const text = (most: number) => z.string().trim().min(1).max(most)
/** Words as they are searched: quotation marks and lines between them would mean something else there. */
const word = text(60).refine((value) => !/["|\n\r]/.test(value), 'must hold no quotation mark, bar or line break')
const pages = z.union([text(300), z.array(text(300)).min(1).max(20)])

/** `search.yml`: what a handbook teaches its search. */
export const searchFileSchema = z.strictObject({
  synonyms: z.array(z.array(word).min(2).max(30)).max(500).default([]),
  without: z.array(word).max(200).default([]),
  stopWords: z.array(word).max(200).default([]),
  words: z.array(word).max(200).default([]),
  pinned: z
    .array(z.strictObject({ question: text(200), page: text(300) }))
    .max(200)
    .default([]),
})
export type SearchFile = z.infer<typeof searchFileSchema>

/** `questions.yml`: questions, each with the page that must be found in the first three. */
export const questionsFileSchema = z.array(z.strictObject({ question: text(200), page: pages })).max(1000)
export type QuestionsFile = z.infer<typeof questionsFileSchema>
