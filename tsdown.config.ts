import { defineConfig } from 'tsdown'

/**
 * What the installed package runs: Node does not strip types below `node_modules`. What Vite reads (`src/pages` and
 * what it imports) ships as source. Not `dist`: that is where a site goes.
 */
export default defineConfig({
  entry: { cli: 'src/cli/main.ts' },
  format: 'esm',
  platform: 'node',
  target: 'node22.12',
  outDir: 'lib',
  fixedExtension: false,
  dts: false,
  clean: true,
  // Draws diagrams in the reader's browser; the package does not depend on all of Mermaid.
  copy: [{ from: 'node_modules/mermaid/dist/mermaid.min.js', to: 'lib' }],
})
