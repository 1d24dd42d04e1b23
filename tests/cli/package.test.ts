import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { repo } from '../kit/repo.ts'
import { temporaryFolder } from '../kit/temporary-folder.ts'

const checkout = fileURLToPath(new URL('../../', import.meta.url))
const run = promisify(execFile)

/** What npm says when the registry is not there, as against a package that cannot be installed. */
const noRegistry = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|network/i

it('builds any repository when it is installed from its tarball, in an empty folder elsewhere', async (context) => {
  const folder = temporaryFolder().path
  const handbook = await repo({ 'index.md': '# Home\n', 'guides/first.md': '# First\n\nWelcome.\n' })
  await handbook.commit('Say hello (#2)\n\nBecause nobody said hello to those who came new to us.', {
    'guides/first.md': '# First\n\nHello and welcome.\n',
  })
  await run('npm', ['pack', '--pack-destination', folder], { cwd: checkout })
  const [tarball = ''] = readdirSync(folder)
  const elsewhere = join(folder, 'elsewhere')
  mkdirSync(elsewhere)
  writeFileSync(join(elsewhere, 'package.json'), '{ "private": true }')
  try {
    const options = ['--prefer-offline', '--no-audit', '--no-fund', '--ignore-scripts']
    await run('npm', ['install', ...options, join(folder, tarball)], { cwd: elsewhere })
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string }
    if (noRegistry.test(stderr)) context.skip(`The registry does not answer: ${stderr.split('\n')[0]}`)
    throw error
  }
  const bin = join(elsewhere, 'node_modules/.bin/whybook')
  const out = join(folder, 'site')
  const whybook = (...args: string[]) => run(bin, [...args, '--root', handbook.path, '--out', out], { cwd: elsewhere })

  const { stdout: built } = await whybook('build', '--json')
  expect(JSON.parse(built)).toMatchObject({ schema: 1, pages: 2 })
  const page = readFileSync(join(out, 'guides/first/index.html'), 'utf8')
  expect(page).toContain('Hello and welcome.')
  expect(page).toContain('Because nobody said hello')
  expect(readFileSync(join(out, 'guides/first/history/index.html'), 'utf8')).toContain('#2')
  expect((await whybook('build')).stdout).toContain('Nothing changed')

  const { stdout: log } = await whybook('log', 'first', '--json')
  expect(JSON.parse(log).changes).toHaveLength(2)
  const { stdout: found } = await whybook('search', 'welcome', '--json')
  expect(JSON.parse(found).results[0].path).toBe('guides/first.md')
  await handbook.remove()
}, 600_000)
