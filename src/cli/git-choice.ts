import { accessSync, constants, statSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { OpenOptions } from '../handbook/handbook.ts'
import type { Call } from './command.ts'

/** How git is read: as `--git` says, else by git where there is one. */
export function gitOf(call: Call): OpenOptions['git'] {
  return (call.text('git') as 'native' | 'isomorphic' | null) ?? 'auto'
}

/** Says in one line that there is no git and that it goes without; for commands that read history. */
export function sayHowGitIsRead(call: Call): void {
  const path = call.environment['PATH'] ?? call.environment['Path']
  if (gitOf(call) !== 'auto' || path === undefined || hasGit(path)) return
  call.terminal.step('There is no git on the PATH: history is read without it, which takes longer.')
}

function hasGit(path: string): boolean {
  const names = process.platform === 'win32' ? ['git.exe', 'git.cmd'] : ['git']
  return path.split(delimiter).some((folder) => names.some((name) => folder !== '' && isProgram(join(folder, name))))
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return statSync(file).isFile()
  } catch {
    return false
  }
}
