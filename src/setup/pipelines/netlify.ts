import { stringify } from 'smol-toml'
import { shellWord } from '../../text/shell-word.ts'
import { build, checkUntrusted, install, nodeVersion, unshallow } from './commands.ts'
import type { Pipeline, PipelineParts } from './pipeline.ts'

/**
 * Netlify. It does not say who proposed what it previews, so every preview is built as untrusted, with the
 * configuration of the branch that is published; without that branch nothing is built.
 *
 * Source: Netlify docs, "File-based configuration", "Build environment variables".
 */
export function netlify({ branch, out, hasSite }: PipelineParts): Pipeline {
  const target = shellWord(`+refs/heads/${branch}:refs/remotes/origin/${branch}`)
  const preview = [
    unshallow,
    `git fetch origin ${target}`,
    `git remote set-head origin ${shellWord(branch)}`,
    install,
    checkUntrusted,
    build(out, '"$DEPLOY_PRIME_URL"', true),
  ].join(' && ')
  const settings = {
    build: {
      command: [unshallow, install, build(out, hasSite ? null : '"$URL"')].join(' && '),
      publish: out,
      environment: { NODE_VERSION: nodeVersion },
    },
    context: { 'deploy-preview': { command: preview }, 'branch-deploy': { command: preview } },
  }
  const text = `# Publishes the handbook on Netlify, and checks what is proposed before it is previewed.
# The commands stand here and not on Netlify's pages, so that a change of them is a change of the repository.

${stringify(settings)}`
  return {
    files: [{ path: 'netlify.toml', text }],
    next: [
      'On Netlify, add the repository as a project. Its settings are in netlify.toml.',
      'Netlify does not keep .whybook between builds: history is read anew each time.',
    ],
  }
}
