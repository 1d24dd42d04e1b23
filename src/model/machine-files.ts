import { z } from 'zod'
import { kindSchema } from './front-matter.ts'

/**
 * The JSON files that a site has for machines. Their shapes are a promise: fields are added, never renamed or removed,
 * while `schema` is 1. Dates are ISO 8601; `route` begins and ends with `/`, decoded; `url` is null without `site`.
 */
const day = z.string().describe('YYYY-MM-DD')
const instant = z.string().describe('ISO 8601 with an offset')
const text = z.string()
const person = z.strictObject({ name: text })
const pageName = z.strictObject({ route: text, title: text })

/** One entry of the main line as a page sees it (DESIGN.md, "Command line": CHANGE). */
export const changeSchema = z.strictObject({
  id: text.describe('Full commit id'),
  landedAt: instant.nullable(),
  title: text,
  reasoning: z
    .strictObject({
      text: text.describe('Markdown'),
      kind: z.enum(['why', 'what']),
      source: z.enum(['note', 'description', 'merge', 'squash', 'branch', 'later']),
    })
    .nullable(),
  mergeRequest: z.strictObject({ reference: text, url: text.nullable() }).nullable(),
  authors: z.array(person),
  mergedBy: person.nullable(),
  commits: z.array(z.strictObject({ id: text, title: text, authors: z.array(person) })),
  added: z.number().describe('Lines'),
  removed: z.number().describe('Lines'),
  path: text,
  previousPath: text.nullable(),
  kind: z.enum(['added', 'modified', 'moved', 'removed']),
})
export type ChangeJson = z.infer<typeof changeSchema>

const statusSchema = z.strictObject({
  name: text.describe('force, later, ended, superseded, draft, proposed, accepted, rejected, deferred, withdrawn, ...'),
  label: text.describe('The word as pages show it'),
  date: day.nullable(),
  words: text.describe('The whole of it: In force from 2026-06-01'),
})

/** What every list of pages tells of one. */
const pageEntrySchema = z.strictObject({
  route: text,
  url: text.nullable(),
  path: text.describe('File in the repository'),
  title: text,
  description: text.nullable(),
  kind: kindSchema,
  lang: text.describe('BCP 47'),
  owner: text.nullable(),
  isCurrent: z.boolean().describe('False for what was superseded, ended, rejected or withdrawn'),
  isInForce: z
    .boolean()
    .describe(
      'False also for a draft, for what is only proposed, and for what is decided but in force from a later day',
    ),
  status: z.array(statusSchema).describe('Main one first, as of `asOf`'),
  asOf: day.describe('The day that the status is told for: that of the commit'),
  turns: z
    .array(z.strictObject({ from: day, status: z.array(statusSchema), isCurrent: z.boolean(), isInForce: z.boolean() }))
    .describe('The same from days on that were still to come then, earliest first'),
  changedAt: instant.nullable(),
  markdown: text.describe('Route of the Markdown twin'),
  json: text.describe('Route of the JSON file'),
})
export type PageEntry = z.infer<typeof pageEntrySchema>

/** `PAGE.json`. */
export const pageFileSchema = pageEntrySchema.extend({
  schema: z.literal(1),
  supersededBy: pageName.nullable(),
  supersedes: z.array(pageName),
  readInstead: pageName.nullable().describe('The end of what replaced it, when it is superseded'),
  frontMatter: z.record(text, z.json()).describe('Keys that Whybook knows'),
  names: z.array(text).describe('Paths that the page has had, newest first'),
  history: z.strictObject({
    complete: z.boolean(),
    startsAt: instant.nullable().describe('Where a shallow history begins'),
    absent: text.nullable().describe('Why there is none, as a sentence'),
    changes: z.array(changeSchema).describe('Newest first'),
  }),
})
export type PageFile = z.infer<typeof pageFileSchema>

/** `pages.json`. */
export const pagesFileSchema = z.strictObject({
  schema: z.literal(1),
  name: text,
  site: text.nullable(),
  commit: text.nullable(),
  pages: z.array(pageEntrySchema).describe('In the order of the tree'),
})
export type PagesFile = z.infer<typeof pagesFileSchema>
