import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { filesOf } from '../build/kit.ts'
import { type Repo, repo } from '../kit/repo.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'

const bin = fileURLToPath(new URL('../../bin/whybook.js', import.meta.url))
const preload = pathToFileURL(fileURLToPath(new URL('./preload.mjs', import.meta.url))).href

/** What a fault or a kill led to. */
export interface Outcome {
  /** The call that failed, or when the build was killed. */
  readonly what: string
  /** What a person read. */
  readonly said: string
  /** Faults of Whybook that it showed; empty when all is well. */
  readonly faults: readonly string[]
}

/** Which call of the file system fails, and how. */
export interface Fault {
  readonly who: 'parent' | 'child'
  /** Its number, or its name and the end of the path: `open page.md`. */
  readonly call: number | string
  readonly code: 'EIO' | 'ENOSPC' | 'EACCES'
}

type Files = ReadonlyMap<string, string>

/** A small handbook that is built over and over, each time with another text on its pages. */
export class Bench {
  readonly #folder = temporaryFolder()
  readonly #handbook: Repo
  /** The last output that stood. */
  #before: Files = new Map()
  #round = 0

  /** Which text the pages have. */
  get round(): number {
    return this.#round
  }

  readonly #isThorough: boolean

  private constructor(handbook: Repo, isThorough: boolean) {
    this.#handbook = handbook
    this.#isThorough = isThorough
  }

  /** @param isThorough - compares every output with that of a build without a past, which takes as long again */
  static async open({ isThorough = true } = {}): Promise<Bench> {
    const texts = [0, 1, 2, 3, 4, 5].map((n) => [`folder/page-${n}.md`, `# Page ${n}\n\n![map](map.svg)\n`])
    const bench = new Bench(
      await repo({
        'index.md': '# Millrace\n\nRound 0.\n',
        'folder/map.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
        ...Object.fromEntries(texts),
      }),
      isThorough,
    )
    await bench.#build({})
    bench.#before = bench.output()
    return bench
  }

  async close(): Promise<void> {
    await this.#handbook.remove()
    this.#folder.remove()
  }

  /**
   * How many calls of the file system a build makes in each process: one like those that are broken, in which the
   * same pages changed since the last.
   */
  async calls(): Promise<Readonly<Record<Fault['who'], number>>> {
    await this.#change()
    const log = join(this.#folder.path, 'log')
    await this.#build({ FAULT_LOG: log }, true)
    this.#before = this.output()
    const of = (who: Fault['who']): number => {
      const text = readFileSync(`${log}.${who}`, 'utf8')
      rmSync(`${log}.${who}`)
      return Number(text)
    }
    return { parent: of('parent'), child: of('child') }
  }

  /** Builds with one call that fails. */
  async fault({ who, call, code }: Fault): Promise<Outcome> {
    await this.#change()
    const log = join(this.#folder.path, 'log')
    const { status, said } = await this.#build({ FAULT_AT: `${who}:${call}`, FAULT_CODE: code, FAULT_LOG: log }, true)
    const hit = existsSync(log) ? readFileSync(log, 'utf8').trim() : 'no call was reached'
    rmSync(log, { force: true })
    const faults: string[] = []
    if (hit === 'no call was reached') faults.push(`no call was reached: ${call} in its ${who}`)
    if (status !== 0 && status !== 1) faults.push(`ended with ${status}`)
    if (/^\s+at .*:\d+:\d+\)?$/m.test(said)) faults.push('printed a stack trace')
    if (status === 1 && !/^\s*error /m.test(said)) faults.push('failed without an error')
    const stood = this.output()
    if (status === 1 && !same(stood, this.#before)) faults.push('the old output is not as it was')
    const next = await this.#next(faults)
    const isTold = /\d+ pages? withheld/.test(said)
    if (status === 0 && !isTold && !same(stood, next)) faults.push('said that it worked, and the output is not right')
    return {
      what: `${code} ${hit.replaceAll(this.#folder.path, 'OUT').replaceAll(this.#handbook.path, 'ROOT')}`,
      said,
      faults,
    }
  }

  /** Builds and is killed after a time; `all` with its child, else alone. */
  async kill(milliseconds: number, all: boolean): Promise<Outcome> {
    await this.#change()
    const child = this.#start({}, false)
    const ended = once(child, 'exit')
    await Promise.race([setTimeout(milliseconds), ended])
    try {
      if (child.pid !== undefined) process.kill(all ? -child.pid : child.pid, 'SIGKILL')
    } catch {
      // It had ended.
    }
    await ended
    const faults: string[] = []
    const stood = this.output()
    const next = await this.#next(faults)
    if (!same(stood, this.#previous) && !same(stood, next)) faults.push('the output is neither the old nor the new one')
    return {
      what: `killed after ${Math.round(milliseconds)} ms${all ? '' : ', its child left alone'}`,
      said: '',
      faults,
    }
  }

  #previous: Files = new Map()

  /** The build after: it must work, tidy up, and give what a build without a past gives. */
  async #next(faults: string[]): Promise<Files> {
    const { status, said } = await this.#build({})
    if (status !== 0) faults.push(`the next build failed: ${said}`)
    const files = this.output()
    if (!files.get('index.html')?.includes(`Round ${this.#round}.`)) faults.push('the next build shows old text')
    if (this.#isThorough) {
      const away = join(this.#folder.path, 'clean')
      await this.#build({}, false, away)
      if (!same(files, filesOf(away))) faults.push('the next build is not what a clean one gives')
      rmSync(away, { recursive: true, force: true })
    }
    const left = readdirSync(this.#folder.path).filter((name) => name !== 'site')
    if (left.length > 0) faults.push(`left behind: ${left.join(', ')}`)
    this.#previous = this.#before
    this.#before = files
    return files
  }

  async #change(): Promise<void> {
    this.#previous = this.#before
    this.#round += 1
    this.#handbook.write({ 'index.md': `# Millrace\n\nRound ${this.#round}.\n` })
    await this.#handbook.commit(`Round ${this.#round}`, {
      'index.md': `# Millrace\n\nRound ${this.#round}.\n`,
      'folder/page-1.md': `# Page 1\n\n![map](map.svg)\n\nRound ${this.#round}.\n`,
    })
  }

  /** The output as it can be read; a build killed between its two renames leaves it beside. */
  output(): Files {
    const { path } = this.#folder
    const name = existsSync(join(path, 'site'))
      ? 'site'
      : readdirSync(path).find((each) => each.startsWith('site.old-'))
    return name === undefined ? new Map() : filesOf(join(path, name))
  }

  #start(environment: NodeJS.ProcessEnv, withPreload: boolean, out = join(this.#folder.path, 'site')): ChildProcess {
    return spawn(
      process.execPath,
      [...(withPreload ? ['--import', preload] : []), bin, 'build', '--root', this.#handbook.path, '--out', out],
      {
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          ...process.env,
          NO_COLOR: '1',
          FAULT_FOLDERS: JSON.stringify([this.#handbook.path, dirname(out)]),
          ...environment,
        },
      },
    )
  }

  async #build(
    environment: NodeJS.ProcessEnv,
    withPreload = false,
    out?: string,
  ): Promise<{ readonly status: number | string; readonly said: string }> {
    const child = this.#start(environment, withPreload, out)
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (said += text))
    const [status, signal] = await once(child, 'close')
    return { status: signal ?? status, said }
  }
}

function same(a: Files, b: Files): boolean {
  return a.size === b.size && [...a].every(([name, bytes]) => b.get(name) === bytes)
}
