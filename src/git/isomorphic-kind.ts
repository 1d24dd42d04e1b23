import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { visible } from '../text/visible.ts'
import { configRecords } from './config-text.ts'
import { gitErrors } from './errors.ts'
import { type Settings, settingsFrom } from './settings.ts'

/** Extensions of the format that change nothing for a reader. */
const HARMLESS = ['noop', 'preciousobjects']
/** All packs together: they are held in memory. */
const LARGEST_PACKS = 1024 * 1024 * 1024

/**
 * Settings of a repository that can be read without git.
 *
 * @param isBare - how it was found
 * @throws {WhybookError} `git/needs-git` for every other kind of repository
 */
export async function judgedSettings(gitDirectory: string, isBare: boolean): Promise<Settings> {
  const text = await readFile(join(gitDirectory, 'config'), 'utf8').catch(() => '')
  const records = configRecords(text)
  if (records === null) throw gitErrors.needsGit('The configuration of the repository has a line that makes no sense')
  const values = new Map(records.map((record) => [nameIn(record), valueIn(record)]))
  checkFormat(values)
  checkPlace(values, isBare)
  const settings = settingsFrom(records)
  if (settings.isPartial) {
    const hint = 'Install git and leave --git isomorphic away, or make a full clone (git clone without --filter).'
    throw gitErrors.needsGit('This is a partial clone', hint)
  }
  await checkFiles(gitDirectory)
  return settings
}

type Values = ReadonlyMap<string, string>

function checkFormat(values: Values): void {
  const version = values.get('core.repositoryformatversion') ?? '0'
  if (!/^[01]$/.test(version)) throw gitErrors.needsGit(`The repository has the format ${visible(version)}`)
  const format = values.get('extensions.objectformat') ?? 'sha1'
  if (format !== 'sha1') throw gitErrors.needsGit(`The repository has ${visible(format.toUpperCase())} ids`)
  const storage = values.get('extensions.refstorage') ?? 'files'
  if (storage !== 'files') {
    const hint = 'Install git and leave --git isomorphic away, or run: git refs migrate --ref-format=files'
    throw gitErrors.needsGit(`The repository keeps its branches as ${visible(storage)}`, hint)
  }
  const known = [...HARMLESS, 'objectformat', 'refstorage', 'partialclone']
  for (const name of values.keys()) {
    const extension = name.startsWith('extensions.') ? name.slice('extensions.'.length) : null
    if (extension === null || known.includes(extension)) continue
    throw gitErrors.needsGit(`The repository uses the extension ${visible(extension)}`)
  }
}

function checkPlace(values: Values, isBare: boolean): void {
  if ([...values.keys()].some((name) => /^include(?:if\..*)?\.path$/s.test(name))) {
    throw gitErrors.needsGit('The configuration of the repository includes another file')
  }
  if (values.has('core.worktree')) throw gitErrors.needsGit('The repository keeps its files in another folder')
  const saysBare = /^(?:true|yes|on|1)$/i.test(values.get('core.bare') ?? String(isBare))
  if (saysBare !== isBare) throw gitErrors.needsGit(`The repository says that it is ${saysBare ? '' : 'not '}bare`)
}

/** Nothing in the git directory may lead out of it. */
async function checkFiles(gitDirectory: string): Promise<void> {
  const alternates = await readFile(join(gitDirectory, 'objects/info/alternates'), 'utf8').catch(() => '')
  if (alternates.trim() !== '') {
    const hint = 'Install git and leave --git isomorphic away, or make it whole with: git repack -a -d'
    throw gitErrors.needsGit('The repository borrows objects from another one', hint)
  }
  const names = [
    'HEAD',
    'config',
    'objects',
    'objects/pack',
    'objects/info',
    'packed-refs',
    'refs',
    'shallow',
    'commondir',
  ]
  for (const name of names) {
    const stat = await lstat(join(gitDirectory, name)).catch(() => null)
    if (stat?.isSymbolicLink()) throw gitErrors.needsGit(`${name} of the repository is a link`)
    if (name === 'commondir' && stat !== null) throw gitErrors.needsGit('This is a linked worktree')
  }
  const folders = await readdir(join(gitDirectory, 'objects'), { withFileTypes: true })
  if (folders.some((entry) => entry.isSymbolicLink()))
    throw gitErrors.needsGit('The objects of the repository are links')
  const packs = join(gitDirectory, 'objects/pack')
  const files = (await readdir(packs).catch(() => [])).filter((name) => name.endsWith('.pack'))
  const sizes = await Promise.all(files.map(async (name) => (await lstat(join(packs, name))).size))
  if (sizes.reduce((sum, size) => sum + size, 0) > LARGEST_PACKS) {
    throw gitErrors.needsGit('The repository has more than 1 GB of packs')
  }
}

function nameIn(record: string): string {
  return record.split('\n', 1)[0] ?? ''
}

function valueIn(record: string): string {
  const end = record.indexOf('\n')
  return end < 0 ? 'true' : record.slice(end + 1)
}
