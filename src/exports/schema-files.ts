import { z } from 'zod'
import { pageFileSchema, pagesFileSchema } from '../model/machine-files.ts'

/** JSON Schemas (draft 2020-12) of the JSON files, as files of the site. */
export function schemaFiles(): readonly (readonly [path: string, text: string])[] {
  return [
    ['_whybook/schemas/page.json', schemaText('A page', pageFileSchema)],
    ['_whybook/schemas/pages.json', schemaText('Pages of a handbook', pagesFileSchema)],
  ]
}

function schemaText(title: string, schema: z.ZodType): string {
  return `${JSON.stringify({ title, ...z.toJSONSchema(schema) }, null, 2)}\n`
}
