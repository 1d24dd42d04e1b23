import { gitAt } from './runner.ts'

/** What the git on the PATH says of its version; null where none can be run. */
export async function installedGit(directory: string, environment: NodeJS.ProcessEnv): Promise<string | null> {
  const { status, output } = await gitAt({ directory, environment }).run({ command: ['--version'] })
  return status === 0 ? output.toString().trim() : null
}
