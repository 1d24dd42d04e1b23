import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Command } from '../../src/cli/command.ts'
import { commands } from '../../src/cli/commands.ts'
import { type Options, sharedOptions, sharedOptionsOf } from '../../src/cli/option.ts'

const page = readFileSync('handbook/reference/commands.md', 'utf8')

/** Text below a heading of the second level, up to the next one. */
function section(heading: string): string {
  return page.split(/^## /m).find((text) => text.startsWith(`${heading}\n`)) ?? ''
}

/** Options of a table: `--port NUMBER`, and what is said of each. */
function optionsIn(text: string): ReadonlyMap<string, string> {
  const rows = [...text.matchAll(/^\| (`-.*?) \| (.*) \|$/gm)]
  return new Map(
    rows.flatMap(([, names = '', about = '']) =>
      [...names.matchAll(/--([a-z-]+)/g)].map(([, name = '']) => [name, about] as const),
    ),
  )
}

const namesOf = (options: Options): readonly string[] => Object.keys(options).sort()

const there = await Promise.all(
  commands.flatMap(({ load }) => (load === null ? [] : [load()])).map(async (command): Promise<Command> => command),
)

describe('the page about commands', () => {
  it('has every shared option', () => {
    const { help: _, ...others } = sharedOptions
    expect([...optionsIn(section('Shared options')).keys()].sort()).toEqual(namesOf(others))
  })

  it('says which commands a shared option is not for', () => {
    for (const [name, about] of optionsIn(section('Shared options'))) {
      const without = there
        .filter((command) => !(name in sharedOptionsOf(command)))
        .map((command) => `\`${command.name}\``)
      const said = /not for (.*?)(?:[;.]|$)/.exec(about)?.[1] ?? ''
      expect([...said.matchAll(/`[a-z]+`/g)].map(([word]) => word).sort(), name).toEqual(without.sort())
    }
  })

  it.each(there.map((command) => [command.name, command] as const))('has every option of %s', (name, command) => {
    const text = section(name)
    expect(text).not.toBe('')
    expect([...optionsIn(text).keys()].sort()).toEqual(namesOf(command.options))
    expect(text).toContain(`whybook ${name}`)
  })
})
