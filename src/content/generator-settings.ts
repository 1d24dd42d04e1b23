import { join } from 'node:path'
import { readYaml } from '../markdown/front-matter-yaml.ts'
import type { RepoPath } from '../model/ids.ts'
import { decodeText } from '../text/decode.ts'
import { readRegularFile } from './read-file.ts'

type Data = Readonly<Record<string, unknown>>

/** Values that the settings of other generators give all pages. */
export interface GeneratorSettings {
  /** `_config.yml` of Jekyll, null without one. */
  readonly site: Data | null
  /** Hugo's `params` and MkDocs' `extra`. */
  readonly params: Data
}

const HUGO = ['hugo', 'config', 'config/_default/hugo', 'config/_default/config', 'config/_default/params']

/** Reads the settings files that pages may take values from. Data only: nothing is evaluated. */
export function generatorSettings(root: string, contentRoot: RepoPath): GeneratorSettings {
  const text = (path: string): string | null => {
    const file = readRegularFile(join(root, path))
    return 'bytes' in file ? decodeText(file.bytes).text : null
  }
  const yaml = (path: string): Data | null => {
    const source = text(path)
    return source === null ? null : settingsOf(source)
  }
  const inContent = contentRoot === '' ? null : yaml(`${contentRoot}/_config.yml`)
  const params: Record<string, unknown> = Object.create(null)
  for (const name of HUGO) {
    for (const ending of ['.yaml', '.yml']) {
      const settings = yaml(name + ending)
      if (settings !== null) Object.assign(params, isData(settings['params']) ? settings['params'] : {})
    }
    const toml = text(`${name}.toml`)
    if (toml !== null) Object.assign(params, paramsOfToml(toml, name.endsWith('params')))
  }
  const extra = yaml('mkdocs.yml')?.['extra']
  if (isData(extra)) Object.assign(params, extra)
  return { site: inContent ?? yaml('_config.yml'), params }
}

/** Settings as data; the tags by which MkDocs names code are text. */
export function settingsOf(source: string): Data | null {
  const { data, problems } = readYaml(source.replace(/![\w!/:.-]+(?=\s|$)/g, ''))
  return problems.length === 0 ? data : null
}

export function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Plain values of `[params]`: texts, numbers and truths on one line. */
function paramsOfToml(source: string, isAll: boolean): Data {
  const params: Record<string, unknown> = Object.create(null)
  let at: string | null = isAll ? '' : null
  for (const line of source.slice(0, 100_000).split('\n')) {
    const section = /^\s*\[([\w.-]+)\]\s*(?:#.*)?$/.exec(line)?.[1]
    if (section !== undefined) {
      at = section === 'params' ? '' : section.startsWith('params.') ? section.slice(7) : isAll ? section : null
      continue
    }
    const [, key, double, single, bare] =
      /^\s*([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([\w.+-]+))\s*(?:#.*)?$/.exec(line) ?? []
    // One level of names is what pages ask for.
    if (at === '' && key !== undefined && !['__proto__', 'constructor', 'prototype'].includes(key))
      params[key] = double ?? single ?? bare
  }
  return params
}
