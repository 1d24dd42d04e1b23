/**
 * Import directions (DESIGN.md, "Rooms of the house"): a room imports only from rooms that stand before it here.
 * `.astro` files are checked by tests/architecture.test.ts, since dependency-cruiser does not read them.
 */
const rooms = [
  'text',
  'model',
  'git',
  'markdown',
  'forge',
  'history',
  'content',
  'source',
  'people',
  'handbook',
  'search',
  'exports',
  'mcp',
  'setup',
  'checks',
  'astro',
  'build',
  'cli',
]

/** Modules that pages and the scripts in the reader's browser may import beside types: they use nothing of Node. */
const browserSafe = [
  '^src/text/(counting|dates|escape-html|names|nearest|relative|shortest-edits|twin|visible)\\.ts$',
  '^src/search/query/',
  '^src/markdown/(browser/|draw-addresses\\.ts$)',
  '^src/astro/current\\.ts$',
]

/** Rooms that touch nothing outside: files, processes, network and clock come to them as values and functions. */
const pure = '^src/(text|model|markdown|people|handbook)/'

/** Modules of Node that only work something out. */
const purePartsOfNode = '^(node:)?(buffer|crypto|path)$'

const site = '^src/(pages|layouts|components|client)'

export default {
  forbidden: [
    ...rooms.map((room, index) => ({
      name: `${room}-looks-down-only`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: [...rooms.slice(index + 1).map((above) => `^src/${above}/`), site] },
    })),
    {
      name: 'site-draws-only',
      comment:
        'Pages get everything from the current handbook; of our modules they import types and browser-safe ones.',
      severity: 'error',
      from: { path: site },
      to: { path: '^src/', pathNot: [site, ...browserSafe], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'browser-safe-is-true',
      comment: 'What runs in a browser uses nothing of Node.',
      severity: 'error',
      from: { path: [...browserSafe, '^src/client/'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-rooms-touch-nothing',
      comment:
        'Reads and writes stand in source/, content/, history/ or git/. tests/architecture.test.ts looks further.',
      severity: 'error',
      from: { path: pure },
      to: { dependencyTypes: ['core'], pathNot: purePartsOfNode },
    },
    {
      name: 'native-has-one-place',
      comment:
        'A browser gets the modules of markdown/browser instead (imports in package.json); a test looks into its bundle.',
      severity: 'error',
      from: { path: '^src/markdown/(?!native/)' },
      to: { path: 'node_modules/(satteri|lowlight|gemoji)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'only-git-runs-git',
      severity: 'error',
      from: { path: '^src/(?!git/)', pathNot: '^src/(build|search|setup|cli|astro)/' },
      to: { path: '^(node:)?child_process$' },
    },
    {
      name: 'git-commands-stay-in-git',
      comment: 'Others ask the Repository.',
      severity: 'error',
      from: { path: '^src/(?!git/)' },
      to: { path: '^src/git/runner', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'front-matter-has-one-door',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/markdown/front-matter' },
      to: { path: 'node_modules/gray-matter' },
    },
    {
      name: 'not-to-dev-dependencies',
      severity: 'error',
      from: { path: '^(src|bin)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
}
