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
  /** Where the handbook is published by them: hosts, and what stands in front of every path. */
  readonly hosts: readonly string[]
  readonly prefixes: readonly string[]
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
  const mkdocs = yaml('mkdocs.yml')
  if (isData(mkdocs?.['extra'])) Object.assign(params, mkdocs['extra'])
  const site = inContent ?? yaml('_config.yml')
  const written = [
    site?.['url'],
    site?.['baseurl'],
    mkdocs?.['site_url'],
    ...HUGO.flatMap((name) => ['.toml', '.yaml', '.yml'].map((ending) => baseUrlIn(text(name + ending)))),
  ]
  return { site, params, ...published(written) }
}

function baseUrlIn(settings: string | null): string | undefined {
  return settings === null ? undefined : /^baseURL\s*[:=]\s*["']?([^"'\s]+)/im.exec(settings.slice(0, 100_000))?.[1]
}

/** Hosts and prefixes of addresses (`https://x.example/handbook/`) and paths (`/handbook`). */
function published(written: readonly unknown[]): Pick<GeneratorSettings, 'hosts' | 'prefixes'> {
  const hosts = new Set<string>()
  const prefixes = new Set<string>()
  for (const each of written) {
    if (typeof each !== 'string') continue
    const url = URL.parse(each)
    const path = url === null ? each : url.pathname
    if (url !== null && /^https?:$/.test(url.protocol) && !/^localhost\b/.test(url.host)) hosts.add(url.host)
    const prefix = path.replace(/^\/+|\/+$/g, '')
    if (prefix !== '' && (url !== null || each.startsWith('/'))) prefixes.add(prefix)
  }
  return { hosts: [...hosts], prefixes: [...prefixes] }
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
