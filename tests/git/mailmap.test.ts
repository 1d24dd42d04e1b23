import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMailmap } from '../../src/git/mailmap.ts'
import { repo } from '../kit/repo.ts'
import { plainEnvironment } from '../kit/run-git.ts'

test.each([
  ['Ana Lima <ana@example.org>', 'ana', 'ANA@example.org', 'Ana Lima'],
  ['Ana Lima <ana@example.org> <old@example.org>', 'al', 'old@example.org', 'Ana Lima'],
  ['Ana Lima <ana@example.org> <old@example.org>', 'al', 'ana@example.org', 'al'],
  ['<ana@example.org> <old@example.org>', 'al', 'old@example.org', 'al'],
  ['Ana Lima <ana@example.org> AL <shared@example.org>', 'al', 'shared@example.org', 'Ana Lima'],
  ['Ana Lima <ana@example.org> AL <shared@example.org>', 'Bo Ek', 'shared@example.org', 'Bo Ek'],
  ['One <a@example.org>\nTwo <a@example.org>', 'x', 'a@example.org', 'Two'],
  ['# Ana <a@example.org>', 'x', 'a@example.org', 'x'],
  ['  Ana Lima   <a@example.org>  # since 2024', 'x', 'a@example.org', 'Ana Lima'],
  ['no address\n<\n>\n<>\n\r\nAna <a@example.org>\r\n', 'x', 'a@example.org', 'Ana'],
  ['__proto__ <constructor> toString <__proto__>', 'toString', '__proto__', '__proto__'],
])('with the line %j calls %s <%s> %s', (mailmap, name, email, expected) => {
  expect(readMailmap(mailmap)(name, email)).toEqual({ name: expected })
})

test('leaves names as they are without a mailmap', () => {
  expect(readMailmap(null)('Ana', 'ana@example.org')).toEqual({ name: 'Ana' })
})

test('agrees with git', async () => {
  const r = await repo({ 'a.md': '1' })
  const name = fc.constantFrom('Ana', 'ANA', 'Bo Ek', 'bo ek', '', ' ', '#', 'Zoë')
  const email = fc.constantFrom('a@x', 'A@x', 'b@x', 'c@x', '', 'odd address')
  const one = fc.tuple(name, email).map(([who, where]) => `${who} <${where}>`)
  const line = fc.oneof(
    one,
    fc.tuple(one, one).map((pair) => pair.join(' ')),
    fc.constantFrom('', '# <a@x>', 'x <', '<>'),
  )
  const people = ['Ana', 'bo ek', 'Zoë', 'Other'].flatMap((who) => ['a@x', 'B@X', 'c@x'].map((where) => [who, where]))
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
      writeFileSync(join(r.path, '.mailmap'), lines.join('\n'))
      const input = people.map(([who, where]) => `${who} <${where}>\n`).join('')
      const told = execFileSync('git', ['check-mailmap', '--stdin'], {
        cwd: r.path,
        env: plainEnvironment,
        input,
        encoding: 'utf8',
      })
      const mailmap = readMailmap(lines.join('\n'))
      const ours = people.map(([who = '', where = '']) => mailmap(who, where).name)
      expect(ours).toEqual(
        told
          .trimEnd()
          .split('\n')
          .map((each) => each.replace(/ ?<.*/, '')),
      )
    }),
    { numRuns: 100 },
  )
})
