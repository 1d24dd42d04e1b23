#!/usr/bin/env node
// Plain JavaScript that old versions of Node can read too, so that they say what to do instead of a syntax error.
import { existsSync } from 'node:fs'

const [major, minor] = process.versions.node.split('.').map(Number)
const source = new URL('../src/cli/main.ts', import.meta.url)
const inCheckout = existsSync(source)
// The checkout runs its TypeScript as it is, which needs type stripping; the package is built.
const isNewEnough = major > 22 || (major === 22 && minor >= (inCheckout ? 18 : 12))

if (isNewEnough) {
  await keepCompiledCode()
  const { main } = await import(inCheckout ? source.href : '../lib/cli.js')
  await main(process.argv.slice(2))
} else {
  console.error(
    inCheckout
      ? `Whybook's checkout needs Node.js 22.18 or newer; this is ${process.version}.
The checkout brings one:  npm ci && npx whybook ...`
      : `whybook needs Node.js 22.12 or newer; this is ${process.version}.
Leaving yours as it is:  npm install --save-dev node@22.23.2 && npx whybook ...`,
  )
  process.exitCode = 2
}

/** Compiled code is kept in the user's own cache: the default place, the shared /tmp, can be prepared by others. */
async function keepCompiledCode() {
  try {
    const { enableCompileCache } = await import('node:module')
    const { homedir } = await import('node:os')
    const { join } = await import('node:path')
    enableCompileCache(join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'whybook', 'compiled'))
  } catch {
    // Only slower.
  }
}
