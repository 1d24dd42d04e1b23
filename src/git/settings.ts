import { splitRecords } from './nul-records.ts'
import { withoutCredentials } from './remote-url.ts'
import type { Git, GitCommand } from './runner.ts'

/** What we want to know of a repository's own configuration. */
export interface Settings {
  /** Address of `origin`, else of the only remote, without credentials. */
  readonly remoteUrl: string | null
  /** True when some remote has promised objects that are not here. */
  readonly isPartial: boolean
}

export async function readSettings(git: Git): Promise<Settings> {
  const command: GitCommand = { command: ['config', '--null', '--local', '--includes', '--list'] }
  const result = await git.run(command)
  if (result.status !== 0) throw git.error(command, result)
  return settingsFrom(splitRecords(result.output))
}

/** @param records - `name`, line feed, value; a name alone means true */
export function settingsFrom(records: readonly string[]): Settings {
  const settings = records.map((record): [name: string, value: string] => {
    const end = record.indexOf('\n')
    return end < 0 ? [record, 'true'] : [record.slice(0, end), record.slice(end + 1)]
  })
  const urls = settings.filter(([name]) => /^remote\..*\.url$/s.test(name))
  const names = new Set(urls.map(([name]) => name))
  const chosen = names.size === 1 ? [...names][0] : 'remote.origin.url'
  const url = urls.find(([name]) => name === chosen)?.[1]
  return {
    remoteUrl: url === undefined ? null : withoutCredentials(url),
    isPartial: settings.some(([name, value]) => isPromise(name, value)),
  }
}

function isPromise(name: string, value: string): boolean {
  if (name === 'extensions.partialclone') return true
  return /^remote\..*\.promisor$/s.test(name) && !/^(?:false|no|off|0|)$/i.test(value)
}
