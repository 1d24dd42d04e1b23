import { spawn } from 'node:child_process'
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** What npm made of a `package.json`. */
export type MadeLock =
  | { readonly text: string; readonly packages: number }
  /** Why there is none, as a sentence. */
  | { readonly problem: string }

/** What a lock file is made from. */
export interface LockSource {
  readonly packageText: string
  /** The lock file that is there; its versions are kept. */
  readonly lockText: string | null
  /** The tarball that `package.json` names: where it will be, and where it is. */
  readonly tarball: { readonly path: string; readonly from: string } | null
}

const MINUTES = 5

/**
 * Makes `package-lock.json` with npm, in a folder of its own: an `.npmrc` of the repository can name programs to run,
 * and one that was cloned is anybody's. No script of a package is run.
 */
export async function makeLock(source: LockSource, environment: NodeJS.ProcessEnv): Promise<MadeLock> {
  if (/"(?:workspaces)"\s*:/.test(source.packageText)) {
    return { problem: 'package.json has workspaces, which only npm itself in the repository can lock.' }
  }
  const temporary = await mkdtemp(join(tmpdir(), 'whybook-lock-'))
  // npm takes the folder's name for the package's where that has none.
  const folder = join(temporary, 'handbook')
  try {
    await mkdir(folder)
    await writeFile(join(folder, 'package.json'), source.packageText)
    if (source.lockText !== null) await writeFile(join(folder, 'package-lock.json'), source.lockText)
    if (source.tarball !== null) {
      await mkdir(dirname(join(folder, source.tarball.path)), { recursive: true })
      await copyFile(source.tarball.from, join(folder, source.tarball.path))
    }
    const { status, words } = await npm(folder, environment)
    if (status !== 0) return { problem: problemIn(words) }
    const text = await readFile(join(folder, 'package-lock.json'), 'utf8')
    const { packages = {} } = JSON.parse(text) as { packages?: object }
    return { text, packages: Math.max(0, Object.keys(packages).length - 1) }
  } catch (error) {
    return { problem: `npm left no lock file (${error instanceof Error ? error.message : String(error)}).` }
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

/** Settings that the user made for npm; what `npx` adds of the folder it was called in is left out. */
const PASSED = /^npm_config_(?:registry|userconfig|cache|proxy|https_proxy|noproxy|cafile|offline|prefer_offline)$/i

async function npm(
  folder: string,
  environment: NodeJS.ProcessEnv,
): Promise<{ readonly status: number | null; readonly words: string }> {
  const env = Object.fromEntries(
    Object.entries(environment).filter(([name]) => !/^npm_/i.test(name) || PASSED.test(name)),
  )
  const isWindows = process.platform === 'win32'
  const args = ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier']
  return new Promise((resolve) => {
    // Windows starts npm's command file by its shell alone; every word of the command line is ours.
    const child = spawn(isWindows ? 'npm.cmd' : 'npm', args, {
      cwd: folder,
      env,
      shell: isWindows,
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: MINUTES * 60_000,
    })
    let words = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      words = (words + text).slice(-16_384)
    })
    child.on('error', (error) => resolve({ status: null, words: String(error) }))
    child.on('close', (status) => resolve({ status, words }))
  })
}

function problemIn(words: string): string {
  if (/ENOENT.*npm|npm.*ENOENT|spawn npm/i.test(words)) return 'npm was not found. It comes with Node.js.'
  if (/\bE404\b/.test(words) && /whybook/.test(words)) return 'The npm registry does not have this version of Whybook.'
  if (/\bETARGET\b/.test(words)) return 'The npm registry does not have a version that package.json asks for.'
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|network/i.test(words))
    return 'The npm registry did not answer.'
  const [line = 'it said nothing'] = words.split('\n').filter((text) => /^npm (?:error|ERR!)/.test(text))
  return `npm could not make it: ${line.replace(/^npm (?:error|ERR!) ?(?:code )?/, '').slice(0, 200)}`
}
