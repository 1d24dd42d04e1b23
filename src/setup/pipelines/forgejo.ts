import { codebergProject } from '../host.ts'
import { build, check, install, nodeVersion } from './commands.ts'
import { branchPattern, cacheOf, expression } from './github.ts'
import type { Pipeline, PipelineParts } from './pipeline.ts'
import { yamlText } from './yaml-text.ts'

/** Full addresses: what a short name leads to is set by each instance. */
const actions = {
  checkout: 'https://data.forgejo.org/actions/checkout@v6',
  cache: 'https://data.forgejo.org/actions/cache@v4',
  pages: 'https://codeberg.org/git-pages/action@v2',
}

/**
 * Forgejo Actions: on Codeberg to its Pages, elsewhere to the branch `pages`, which git-pages and other servers show.
 * Pull requests from outside run without secrets, with a token that reads.
 *
 * Source: Forgejo docs, "Forgejo Actions | Reference" and "git-pages Webhook"; Codeberg docs, "Codeberg Pages".
 */
export function forgejo({ branch, out, hasSite, remote }: PipelineParts): Pipeline {
  const codeberg = codebergProject(remote)
  const home = codeberg === null ? null : addressOf(codeberg)
  const job = {
    'runs-on': codeberg === null ? 'docker' : 'codeberg-small',
    container: { image: `node:${nodeVersion}-bookworm` },
  }
  const clone = (keepsToken: boolean) => ({
    uses: actions.checkout,
    with: { 'fetch-depth': 0, 'persist-credentials': keepsToken },
  })
  const publish = {
    if: "forge.event_name != 'pull_request' && forge.ref_name == forge.event.repository.default_branch",
    ...job,
    steps: [
      clone(home === null),
      { uses: actions.cache, with: cacheOf('.whybook') },
      { run: install },
      { run: build(out, hasSite || home === null ? null : home) },
      home === null
        ? { run: pushPages(out) }
        : { uses: actions.pages, with: { site: home, token: expression('forge.token'), source: `${out}/` } },
    ],
  }
  const text = yamlText(
    `Checks pull requests and publishes the handbook ${home === null ? 'on the branch “pages”' : 'on Codeberg Pages'}.
fetch-depth 0 is the whole history: with less, pages lose their reasons.`,
    {
      name: 'Handbook',
      on: { push: { branches: [branchPattern(branch)] }, pull_request: null, workflow_dispatch: null },
      jobs: {
        check: {
          if: "forge.event_name == 'pull_request'",
          ...job,
          steps: [clone(false), { run: install }, { run: check }],
        },
        publish,
      },
    },
    [[], ['jobs']],
  )
  const next =
    home === null
      ? ['“runs-on: docker” is the label of a runner: write one that your instance has.', pagesBranch]
      : [
          'Actions are switched on under Settings > Units; the runners that there are stand at codeberg.org/actions/meta.',
        ]
  return { files: [{ path: '.forgejo/workflows/handbook.yml', text }], next }
}

const pagesBranch =
  'Let your server of pages show the branch “pages”; with git-pages, by a webhook of Forgejo 18 or newer.'

function addressOf({ owner, name }: { readonly owner: string; readonly name: string }): string {
  const home = `https://${owner.toLowerCase()}.codeberg.page/`
  return name === 'pages' ? home : `${home}${name}/`
}

/** Puts the output on a branch of its own, one commit without a past: old sites would be most of each clone. */
function pushPages(out: string): string {
  // The folder as its own work tree: attributes of the repository (Git LFS, line ends) are not for a site.
  return `export GIT_INDEX_FILE="$(mktemp -d)/index"
git -C ${out} --git-dir="$PWD/.git" --work-tree=. add --all --force .
tree="$(git write-tree)"
commit="$(git -c user.name=Whybook -c user.email=whybook@localhost commit-tree "$tree" -m "Publish $GITHUB_SHA")"
git push --force origin "$commit:refs/heads/pages"
`
}
