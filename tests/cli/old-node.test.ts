import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../kit/temporary-folder.ts'

const bin = fileURLToPath(new URL('../../bin/whybook.js', import.meta.url))
const old = `data:text/javascript,${encodeURIComponent(`
  Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2' } })
  Object.defineProperty(process, 'version', { value: 'v20.20.2' })`)}`

const onOldNode = (script: string) =>
  spawnSync(process.execPath, ['--import', old, script, 'build'], { encoding: 'utf8' })

it('a clone on an old Node says how it runs there', () => {
  const { status, stderr } = onOldNode(bin)
  expect(stderr).toBe(
    "Whybook's checkout needs Node.js 22.18 or newer; this is v20.20.2.\n" +
      'The checkout brings one:  npm ci && npx whybook ...\n',
  )
  expect(status).toBe(2)
})

it('an installed package on an old Node says how it runs there, without a registry that has it', () => {
  const folder = temporaryFolder().path
  mkdirSync(join(folder, 'bin'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  cpSync(bin, join(folder, 'bin/whybook.js'))
  const { status, stderr } = onOldNode(join(folder, 'bin/whybook.js'))
  expect(stderr).toBe(
    'whybook needs Node.js 22.12 or newer; this is v20.20.2.\n' +
      'Leaving yours as it is:  npm install --save-dev node@22.23.2 && npx whybook ...\n',
  )
  expect(status).toBe(2)
})

it('what is said after npm start names commands that there are', () => {
  const script = fileURLToPath(new URL('../../scripts/next-steps.ts', import.meta.url))
  const said = execFileSync(process.execPath, [script], { encoding: 'utf8' })
  expect([...said.matchAll(/^ {2}(npm run [a-z]+|npx whybook [a-z]+)/gm)].map(([, line]) => line)).toEqual([
    'npm run demo',
    'npx whybook build',
    'npx whybook log',
  ])
})
