import { z } from 'zod'

/** A civil day: an ISO date in quotes or a bare YAML date that our engine left as text. */
export const daySchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date like 2026-03-01')
  .refine((text) => isRealDay(text), 'is not a day of the calendar')

function isRealDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text
}

const text = z.string().trim()
/** Words for other generators' navigation; where they mean something else by the key, it says nothing here. */
const loose = text.optional().catch(undefined)
/** One value or a list of them: authors write both. */
const list = z.union([text, z.array(text)]).transform((value) => (typeof value === 'string' ? [value] : value))

/** A span as people write it: `12 months`, `90 days`, `1 year`, `2 weeks`. */
export const spanSchema = text.regex(/^\d{1,4} (day|week|month|year)s?$/i, 'must be a span like "12 months"')

export const kindSchema = z.enum(['page', 'policy', 'decision', 'path'])
export type Kind = z.infer<typeof kindSchema>

export const decisionStatusSchema = z.enum(['proposed', 'accepted', 'rejected', 'deferred', 'withdrawn', 'superseded'])

export const audienceSchema = z.enum(['public', 'internal'])
export type Audience = z.infer<typeof audienceSchema>

/**
 * Front matter as DESIGN.md describes it. Unknown keys are kept and ignored; a known key with a
 * wrong value becomes a finding and is left out, except `draft` and `audience`, whose wrong value hides the page.
 */
export const frontMatterSchema = z
  .object({
    title: text,
    description: text,
    kind: kindSchema,
    owner: text,
    keywords: list,
    aliases: list,
    redirect_from: list,
    permalink: text,
    audience: audienceSchema,
    draft: z.boolean(),
    lang: text,
    review: z.object({ last: daySchema.optional(), every: spanSchema.optional() }),
    effective: daySchema,
    until: daySchema,
    supersedes: list,
    superseded_by: list,
    controlled: z.boolean(),
    applies: text,
    status: decisionStatusSchema,
    decided: daySchema,
    deciders: list,
    consulted: list,
    informed: list,
    options: list,
    chosen: text,
    weight: z.number(),
    nav_order: z.number(),
    sidebar_position: z.number(),
    parent: loose,
    sidebar_label: loose,
    nav_title: loose,
    linkTitle: loose,
    url: loose,
    slug: loose,
  })
  .partial()
export type FrontMatter = z.infer<typeof frontMatterSchema>
