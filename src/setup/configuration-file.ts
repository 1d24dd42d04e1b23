import { Document } from 'yaml'
import { parseConfiguration } from '../content/parse-configuration.ts'
import { forgeKindOf } from '../forge/kind.ts'
import { projectPlace } from '../forge/remote.ts'
import { forgeKindSchema } from '../model/configuration.ts'
import { CONFIGURATION_FILES } from '../model/configuration-files.ts'
import type { RepoPath } from '../model/ids.ts'
import { setupErrors } from './errors.ts'
import { type Answers, type Found, textOf } from './found.ts'
import type { PlannedFile } from './plan.ts'

/**
 * `handbook.yml`: what the repository cannot say by itself. One that is there is kept.
 *
 * @throws {WhybookError} `setup/answer` when the configuration would refuse an answer
 */
export function configurationFile(found: Found, answers: Answers): PlannedFile {
  const text = written(found, answers)
  const there = configurationPaths(found.content).find((path) => found.existing.has(path))
  if (there === undefined) return { path: 'handbook.yml', state: 'new', text }
  const file = found.existing.get(there)
  return { path: there, state: file !== undefined && 'text' in file && file.text === text ? 'same' : 'kept', text }
}

/** Where a configuration may stand. */
export function configurationPaths(content: RepoPath): readonly string[] {
  const folders = content === '' ? [''] : ['', `${content}/`]
  return folders.flatMap((folder) => CONFIGURATION_FILES.map((name) => `${folder}${name}`))
}

/** True when the configuration that will be read says the address of the site. */
export function namesSite(found: Found, { path, state, text }: PlannedFile): boolean {
  return /^site:/m.test(state === 'new' ? text : (textOf(found, path) ?? ''))
}

function written(found: Found, { name, content, site, host }: Answers): string {
  const forge = forgeKindSchema.safeParse(host)
  const isTold = forgeKindOf(projectPlace(found.remote ?? '')?.host ?? '') !== null
  const document = new Document({
    name,
    ...(content === null || content === found.content ? {} : { content: content === '' ? '.' : content }),
    ...(site === null ? {} : { site }),
    ...(forge.success && !isTold && found.remote !== null ? { forge: { kind: forge.data } } : {}),
  })
  document.commentBefore = ' Settings of the handbook; all of them are optional.'
  const text = document.toString({ lineWidth: 0 })
  try {
    const read = parseConfiguration(text, 'handbook.yml' as RepoPath)
    if (read.name === name && (site === null || read.site === site)) return text
  } catch {
    // Said below, in words about the answer instead of a file that nobody wrote.
  }
  throw setupErrors.notAnswered('--name', name, 'a configuration cannot hold it')
}
