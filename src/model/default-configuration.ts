import type { Configuration } from './configuration.ts'

/** What holds without a `handbook.yml`: the defaults of the schema, known without loading what reads schemas. */
export const defaultConfiguration: Configuration = {
  audience: 'public',
  folders: {},
  history: {},
  mdx: [],
  remoteImages: 'allow',
  redact: [],
}
