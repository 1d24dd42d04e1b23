import { statSync } from 'node:fs'
import { join } from 'node:path'
import { writtenFolder } from '../content/written-folder.ts'
import { WhybookError } from '../model/error.ts'
import type { RepoPath } from '../model/ids.ts'
import { nearest } from '../text/nearest.ts'
import { setupErrors } from './errors.ts'
import type { Answers, Found } from './found.ts'
import { type Host, hostNames, hosts } from './host.ts'
import { firstLink } from './way.ts'

/** Options of init as they were typed; null for each that was not. */
export interface Asked {
  readonly host: string | null
  readonly name: string | null
  readonly content: string | null
  readonly site: string | null
}

/** Asks a person and tells them what is wrong with an answer; null when they leave. */
export interface Interview {
  ask(question: string): Promise<string | null>
  wrong(problem: string): void
}

/**
 * The answers that a plan needs: from the options, then from a person where there is one, else as they were found.
 * Three questions at most; what the repository tells is only to be confirmed.
 *
 * @returns null when the person left
 * @throws {WhybookError} `setup/answer` for an option that cannot be
 */
export async function answersFrom(
  found: Found,
  asked: Asked,
  interview: Interview | null,
): Promise<Omit<Answers, 'spec'> | null> {
  const given = {
    host: asked.host === null ? null : hostAnswer(asked.host),
    name: asked.name === null ? null : nameAnswer(asked.name),
    content: asked.content === null ? null : contentAnswer(asked.content, found.root),
    site: asked.site === null ? null : siteAnswer(asked.site),
  }
  const usual = { host: found.host ?? 'other', name: found.name, site: null } as const
  if (interview === null) return { ...given, host: given.host ?? usual.host, name: given.name ?? usual.name }
  const list = hosts.map((host) => `    ${host.padEnd(11)} ${hostNames[host]}`).join('\n')
  const ask = async <T>(value: T | null, question: string, otherwise: T, read: (text: string) => T) =>
    value === null ? asking(interview, question, otherwise, read) : { value }

  const host = await ask<Host>(
    given.host,
    `Where is it published?\n${list}\n  (${usual.host}) `,
    usual.host,
    hostAnswer,
  )
  if (host === null) return null
  const name = await ask(given.name, `Name of the handbook? (${usual.name}) `, usual.name, nameAnswer)
  if (name === null) return null
  const site = await ask<string | null>(given.site, 'Address of the site, if it has one? ', null, siteAnswer)
  return site === null ? null : { host: host.value, name: name.value, content: given.content, site: site.value }
}

const MOST_TRIES = 5

async function asking<T>(
  { ask, wrong }: Interview,
  question: string,
  otherwise: T,
  read: (text: string) => T,
): Promise<{ readonly value: T } | null> {
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const text = (await ask(question))?.trim()
    if (text === undefined) return null
    if (text === '') return { value: otherwise }
    try {
      return { value: read(text) }
    } catch (error) {
      if (!(error instanceof WhybookError)) throw error
      wrong(error.message)
    }
  }
  return null
}

function hostAnswer(text: string): Host {
  const host = hosts.find((each) => each === text.toLowerCase())
  if (host !== undefined) return host
  const [near] = nearest(text, hosts)
  throw setupErrors.notAnswered(
    '--host',
    text,
    near === undefined ? `it is one of ${hosts.join(', ')}` : `did you mean ${near}`,
  )
}

function nameAnswer(text: string): string {
  const name = text.trim()
  if (name === '') throw setupErrors.notAnswered('--name', text, 'it is empty')
  if (name.length > 200)
    throw setupErrors.notAnswered('--name', `${name.slice(0, 40)}...`, 'it is longer than 200 characters')
  if (/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u.test(name) || !name.isWellFormed()) {
    throw setupErrors.notAnswered('--name', text, 'it has characters that cannot be seen')
  }
  return name
}

function siteAnswer(text: string): string {
  const url = URL.parse(text)
  if (url === null || !/^https?:\/\//i.test(text)) {
    throw setupErrors.notAnswered('--site', text, 'an address begins with https://')
  }
  if (url.username !== '' || url.password !== '') {
    throw setupErrors.notAnswered('--site', text, 'a user and a password are not part of a public address')
  }
  return text
}

function contentAnswer(text: string, root: string): RepoPath {
  const folder = writtenFolder(text)
  const isOutside = /^(?:[\\/]|[a-z]:)/i.test(text) || folder.split('/').includes('..')
  if (isOutside) throw setupErrors.notAnswered('--content', text, 'name a folder relative to the top of the repository')
  if (folder === '') return folder as RepoPath
  if (firstLink(root, folder) !== null) throw setupErrors.notAnswered('--content', text, 'it is reached through a link')
  if (statSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw setupErrors.notAnswered('--content', text, 'the repository has no such folder')
  }
  return folder as RepoPath
}
