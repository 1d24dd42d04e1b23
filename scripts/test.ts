/**
 * The whole test: types, lint and format, import directions, unused code, then every Vitest project. Each check
 * counts as one test. Ends with a plain line, `N passed, N failed` (and `, N skipped` where a test says why).
 *
 * node scripts/test.ts [--checks-only]
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface Check {
  readonly name: string
  readonly command: readonly [string, ...string[]]
}

const checks: readonly Check[] = [
  { name: 'types (.ts)', command: ['tsc', '--noEmit', '-p', '.'] },
  {
    name: 'types (.astro)',
    command: ['astro', 'check', '--tsconfig', 'tests/tsconfig.astro.json', '--minimumFailingSeverity', 'error'],
  },
  { name: 'lint and format', command: ['biome', 'ci', '.', '--colors=off', '--max-diagnostics=20'] },
  { name: 'import directions', command: ['depcruise', 'src', '--config', '.dependency-cruiser.js'] },
  { name: 'unused code', command: ['knip'] },
]

interface VitestReport {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly numFailedTestSuites: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
  }[]
}

let passed = 0
let failed = 0
let skipped = 0

for (const { name, command } of checks) {
  const started = performance.now()
  const [program, ...args] = command
  const run = spawnSync(join('node_modules', '.bin', program), args, {
    encoding: 'utf8',
    env: { ...process.env, CI: '1', NO_COLOR: '1' },
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const isGood = run.status === 0
  if (isGood) passed += 1
  else failed += 1
  console.log(`${isGood ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`)
  if (!isGood) console.log(`${run.stdout}${run.stderr}${run.error ? String(run.error) : ''}`)
}

if (!process.argv.includes('--checks-only')) {
  const folder = mkdtempSync(join(tmpdir(), 'whybook-test-'))
  const file = join(folder, 'report.json')
  const run = spawnSync(
    join('node_modules', '.bin', 'vitest'),
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  )
  try {
    const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport
    passed += report.numPassedTests
    skipped += report.numPendingTests + report.numTodoTests
    // A file that fails to load has no failed test in it: it counts as one.
    const broken = report.testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((each) => each.status === 'failed'),
    )
    failed += report.numFailedTests + broken.length
    for (const { assertionResults } of report.testResults) {
      for (const each of assertionResults) {
        if (each.status === 'skipped' || each.status === 'pending') console.log(`skipped: ${each.fullName}`)
      }
    }
    if (report.numPassedTests === 0 || (run.status !== 0 && failed === 0)) failed += 1
  } catch (error) {
    console.log(`Vitest left no report: ${String(error)}`)
    failed += 1
  }
  rmSync(folder, { recursive: true, force: true })
}

console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = failed === 0 ? 0 : 1
