/**
 * Makes the handbook of an invented company, builds it and serves it. It lies in a temporary folder that goes when this
 * ends; with `--out DIR` or `--no-serve` it stays.
 *
 * node scripts/demo.ts [--out DIR] [--no-serve] [--port NUMBER]
 */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { makeDemo } from './demo/make.ts'

const { values } = parseArgs({
  options: { out: { type: 'string' }, 'no-serve': { type: 'boolean', default: false }, port: { type: 'string' } },
})
const whybook = fileURLToPath(new URL('../bin/whybook.js', import.meta.url))
const isTemporary = values.out === undefined && !values['no-serve']
const root = values.out === undefined ? await mkdtemp(join(tmpdir(), 'whybook-demo-')) : resolve(values.out)
const site = join(root, 'dist')

let running: ReturnType<typeof spawn> | null = null
let isEnding = false
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(name, () => {
    isEnding = true
    // Ctrl C reaches the command that serves as well. What is left to do here comes when that has ended.
    if (name !== 'SIGINT') running?.kill(name)
  })
}

try {
  await makeDemo(root)
  console.log(`Made the handbook of an invented company, 21 pages and 41 merge requests, in ${root}`)
  if (isTemporary) console.log('It is removed when this ends.')
  if (!isEnding) process.exitCode = await run(['build', '--root', root, '--out', site])
  if (!isEnding && process.exitCode === 0 && !values['no-serve']) await show()
} finally {
  if (isTemporary) {
    await rm(root, { recursive: true, force: true })
    console.log(`Removed ${root}. To keep it:  npm run demo -- --out DIR`)
  }
}

async function show(): Promise<void> {
  console.log(`
Look at these first:
  /money/travel-allowance/           a policy; nearly every paragraph came with a reason of its own
  /money/travel-allowance/history/   how it came to say what it says
  /people/remote-abroad/             a policy that another one superseded
  /people/pay-bands/                 a policy that is not yet in force
  /decisions/                        decisions, with their options and numbers
  /changes/                          everything that changed, and why

From another terminal, in this folder:
  npx whybook log --root ${root} time-off
  npx whybook search --root ${root} hotel
`)
  const port = values.port === undefined ? [] : ['--port', values.port]
  process.exitCode = await run(['preview', '--root', root, '--out', site, ...port])
}

/** Runs a command of Whybook in this terminal; gives its exit code. */
function run(args: readonly string[]): Promise<number> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [whybook, ...args], { stdio: 'inherit' })
    running = child
    child.on('error', failed)
    child.on('close', (code) => done(code ?? 1))
  })
}
