/** Languages of other generators, as `dialects` in `handbook.yml` names them; the rule of a finding is `dialect/NAME`. */
export const DIALECT_NAMES = [
  'hugo',
  'gitbook',
  'liquid',
  'mkdocs',
  'containers',
  'components',
  'kramdown',
  'erb',
  'tokens',
  'wiki',
] as const
export type DialectName = (typeof DIALECT_NAMES)[number]
