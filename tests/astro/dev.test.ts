import { type ChildProcess, spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { childEnvironment } from '../../src/build/child-environment.ts'
import { type Repo, repo } from '../kit/repo.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'

// Each builds whole sites in processes of their own.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 })

const bin = fileURLToPath(new URL('../../bin/whybook.js', import.meta.url))

interface Served {
  /** Fetches until the answer is as wanted: what was saved needs a moment to be read. */
  until(path: string, isWanted: (answer: { status: number; text: string }) => boolean): Promise<string>
  get(path: string): Promise<Response>
  /** What the terminal has said so far. */
  printed(): string
  /** Waits until the terminal has said so. */
  said(what: RegExp): Promise<void>
}

let child: ChildProcess | null = null
let handbook: Repo
afterEach(async () => {
  child?.kill('SIGTERM')
  if (child !== null) await once(child, 'exit')
  child = null
  await handbook.remove()
})

async function serve(root: string): Promise<Served> {
  child = spawn(process.execPath, [bin, 'dev', '--root', root, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: childEnvironment(process.env, false),
  })
  let text = ''
  const heard = new EventEmitter()
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
      heard.emit('more')
    })
  }
  const said = async (what: RegExp): Promise<void> => {
    while (!what.test(text)) await once(heard, 'more')
  }
  await said(/Ctrl C/)
  const [address = ''] = /http:\S+/.exec(text) ?? []
  const get = (path: string) => fetch(new URL(path, address), { redirect: 'manual', headers: { Connection: 'close' } })
  return {
    get,
    said,
    printed: () => text,
    until: async (path, isWanted) => {
      for (;;) {
        const response = await get(path)
        const answer = { status: response.status, text: await response.text() }
        if (isWanted(answer)) return answer.text
        await pause(20)
      }
    },
  }
}

describe('the development server', () => {
  it('shows saved files, new and removed pages, and commits', async () => {
    handbook = await repo({
      'index.md': '# Home\n\nOld words.\n',
      'gone.md': '# Gone\n',
      'was.md': '# A page that moves\n\nIt has some words of its own.\n',
    })
    await handbook.rename('was.md', 'is.md')
    const { until, get } = await serve(handbook.path)
    await until('/', ({ text }) => text.includes('Old words.'))

    handbook.write({ 'index.md': '# Home\n\nNew words.\n' })
    await until('/', ({ text }) => text.includes('New words.'))
    handbook.write({ 'added.md': '# Added\n', 'gone.md': null })
    await until('/added/', ({ status }) => status === 200)
    await until('/gone/', ({ status }) => status === 404)

    await handbook.commit('Find new words\n\nBecause the old ones were worn out by years of use.', {
      'index.md': '# Home\n\nNew words.\n',
      'gone.md': null,
      'added.md': '# Added\n',
    })
    await until('/changes/', ({ text }) => text.includes('Find new words'))

    expect((await get('/_whybook/tree.json')).headers.get('content-type')).toContain('application/json')
    expect(await (await get('/_whybook/tree.json')).text()).toContain('/added/')
    expect((await get('/was/')).headers.get('location')).toBe('/is/')
    expect((await get('/nowhere/')).status).toBe(404)
  })

  it('says in the terminal what is wrong: at the start, in a saved file, and what that broke elsewhere', async () => {
    handbook = await repo({
      'index.md': '# Home\n\n[Leave](leave.md)\n',
      'leave.md': '# Leave\n',
      'broken.md': '---\ntitle: a: b\n---\n',
    })
    const { said } = await serve(handbook.path)
    await said(/1 page withheld: broken\.md:2:8 A value that holds a colon/)
    await said(/1 error\. They are listed by: {2}\S.* check --root /)
    handbook.write({ 'index.md': '# Home\n\n[Leave](leave.md)\n\n[Pay](pay.md)\n' })
    await said(/warning {2}index\.md:5:1 {2}The link “pay\.md” leads nowhere\./)
    handbook.write({ 'index.md': '# Home\n\n[Leave](leave.md)\n' })
    await said(/in order index\.md/)
    handbook.write({ 'leave.md': null })
    await said(/warning {2}index\.md:3:1 {2}The link “leave\.md” leads nowhere\./)
  })

  it('shows what is wrong with a page whose front matter broke, until it is mended', async () => {
    handbook = await repo({ 'index.md': '# Home\n', 'a/index.md': '# A\n', 'a/b c.md': '# B\n' })
    const { until } = await serve(handbook.path)
    await until('/a/b%20c/', ({ status }) => status === 200)
    handbook.write({ 'a/b c.md': '---\ntitle: One: two\n---\n# B\n', 'a/index.md': '---\ntitle: [\n---\n' })
    const text = await until('/a/b%20c/', (answer) => answer.text.includes('This page is withheld'))
    expect(text).toContain('a/b c.md:2')
    await until('/a/', (answer) => answer.text.includes('a/index.md:'))
    handbook.write({ 'a/b c.md': '---\ndraft: maybe\n---\n# B\n' })
    await until('/a/b%20c/', (answer) => answer.text.includes('draft'))
    handbook.write({ 'a/b c.md': '# Mended\n', 'a/index.md': '# A\n' })
    await until('/a/b%20c/', (answer) => answer.status === 200 && answer.text.includes('Mended'))
    expect(await until('/nowhere/', ({ status }) => status === 404)).not.toContain('withheld')
  })

  it('serves pictures of the handbook, SVG files made safe, and nothing else of it', async () => {
    handbook = await repo({
      'index.md': '# Home\n\n![Drawn](drawn.svg)\n',
      'drawn.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      'secret.txt': 'secret',
    })
    const { get } = await serve(handbook.path)
    const svg = await get('/drawn.svg')
    expect(svg.headers.get('content-type')).toBe('image/svg+xml')
    expect(await svg.text()).not.toContain('script')
    expect(await (await get('/secret.txt')).text()).not.toContain('secret\n')
    expect((await get('/.git/config')).status).not.toBe(200)
  })

  it('reads saved settings again, and says at once when they cannot be used', async () => {
    handbook = await repo({ 'index.md': '# Home\n', 'handbook.yml': 'name: Old name\n' })
    const { until, said } = await serve(handbook.path)
    await until('/changes/', ({ text }) => text.includes('Old name'))
    handbook.write({ 'handbook.yml': 'name: New name\n' })
    await until('/changes/', ({ text }) => text.includes('New name'))
    handbook.write({ 'handbook.yml': 'name: [\n' })
    await said(/error .*handbook\.yml/)
  })

  it('answers for no file of the repository or of the disk by its path, and prints nothing of Astro', async () => {
    handbook = await repo({ 'index.md': '# Home\n', 'draft.md': '---\ndraft: true\n---\nsecret\n', 'a.txt': 'secret' })
    const { get, printed } = await serve(handbook.path)
    expect((await get('/changes/')).status).toBe(200)
    const files = ['draft.md', 'a.txt', 'index.md'].map((name) => `/@fs${handbook.path}/${name}`)
    for (const path of [...files, ...files.map((file) => `${file}?raw`), '/@fs/etc/passwd', '/package.json']) {
      const answer = await get(path)
      expect([path, answer.status === 200 && !(await answer.text()).includes('<html')]).toEqual([path, false])
    }
    expect((await get('/')).status).toBe(200)
    expect((await get('/@vite/client')).status).toBe(200)
    expect((await get('/src/client/main.ts')).status).toBe(200)
    expect(printed()).not.toMatch(/\[\w+\]|WARN|router|allow list/)
  })

  it('follows commits in a linked worktree', async () => {
    handbook = await repo({ 'index.md': '# Home\n' })
    const worktree = join(temporaryFolder().path, 'worktree')
    handbook.git('worktree', 'add', '-q', '-b', 'side', worktree)
    const { until } = await serve(worktree)
    await until('/changes/', ({ status }) => status === 200)
    const identity = ['-c', 'user.name=Bo', '-c', 'user.email=bo@example.org']
    writeFileSync(join(worktree, 'index.md'), '# Home\n\nMore.\n')
    handbook.git('-C', worktree, ...identity, 'commit', '-q', '-a', '-m', 'Change beside the others')
    await until('/changes/', ({ text }) => text.includes('Change beside the others'))
  })
})
