import { z } from 'zod'
import { DIALECT_NAMES } from './dialect-names.ts'
import { audienceSchema, kindSchema, spanSchema } from './front-matter.ts'

const historySchema = z.strictObject({
  show: z.enum(['none', 'summary', 'diff']).optional(),
  removed: z.enum(['none', 'record', 'text']).optional(),
})

const folderRuleSchema = z.strictObject({
  kind: kindSchema.optional(),
  owner: z.string().optional(),
  review: spanSchema.optional(),
  controlled: z.boolean().optional(),
  audience: audienceSchema.optional(),
  history: historySchema.optional(),
})
/** What holds for all pages below a folder; the longest matching folder wins, key by key. */
export type FolderRule = z.infer<typeof folderRuleSchema>

export const forgeKindSchema = z.enum(['gitlab', 'github', 'forgejo'])
export type ForgeKind = z.infer<typeof forgeKindSchema>

function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}

/** `handbook.yml` as DESIGN.md describes it: data only, everything has a default. */
export const configurationSchema = z.strictObject({
  name: z.string().optional(),
  content: z.string().optional(),
  site: z.url({ protocol: /^https?$/ }).optional(),
  lang: z.string().refine(isLanguageTag, 'must be a language tag such as en or pt-BR').optional(),
  audience: audienceSchema.default('public'),
  forge: z
    .strictObject({
      kind: forgeKindSchema.optional(),
      url: z.url({ protocol: /^https?$/ }).optional(),
      branch: z.string().optional(),
      applicationId: z.string().optional(),
    })
    .optional(),
  folders: z.record(z.string(), folderRuleSchema).default({}),
  history: historySchema.default({}),
  mdx: z.array(z.string()).default([]),
  dialects: z.array(z.enum(DIALECT_NAMES)).optional(),
  remoteImages: z.enum(['allow', 'link']).default('allow'),
  redact: z.array(z.string()).default([]),
  people: z.unknown().optional(),
  windows: z.unknown().optional(),
  limits: z
    .strictObject({
      pageBytes: z
        .string()
        .regex(/^\d+(?:\.\d+)? ?[kM]B$/i, 'must be a size like "1MB"')
        .optional(),
    })
    .optional(),
})
export type Configuration = z.infer<typeof configurationSchema>
