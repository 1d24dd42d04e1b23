import type { Configuration, ForgeKind } from '../model/configuration.ts'
import type { MergeRequestReference } from '../model/history.ts'
import type { CommitId, RepoPath } from '../model/ids.ts'
import { encodePath } from './encode-path.ts'
import { forgeKindOf, forgeName } from './kind.ts'
import { type ProjectPlace, projectPlace } from './remote.ts'

/**
 * Addresses of a project on its forge (FORGES.md 1). Each is absolute, `https` (or `http` where the forge has only
 * that), and percent-encoded; null where there is none.
 */
export interface Forge {
  readonly kind: ForgeKind
  /** `GitLab`, `GitHub`, `Codeberg`, ... */
  readonly name: string
  /** The project's front page. */
  readonly home: string
  file(path: RepoPath): string | null
  edit(path: RepoPath): string | null
  /** Form for a new file in a folder; `''` for the root. */
  newFile(folder: RepoPath): string | null
  commit(id: CommitId): string | null
  /** Null also for a reference of another kind of forge: a `!12` from before the project moved to GitHub. */
  mergeRequest(reference: MergeRequestReference): string | null
}

/** How a kind of forge builds its addresses, below the project's own. */
interface Shape {
  readonly file: string
  readonly edit: string
  readonly newFile: string
  readonly commit: string
  readonly mergeRequest: string
  /** Signs before a merge request's number; GitLab's `#` is an issue. */
  readonly signs: string
  /** Segments of a project's path, where that number is fixed. */
  readonly depth: number | null
}

const SHAPES: Readonly<Record<ForgeKind, Shape>> = {
  gitlab: {
    file: '-/blob',
    edit: '-/edit',
    newFile: '-/new',
    commit: '-/commit',
    mergeRequest: '-/merge_requests',
    signs: '!',
    depth: null,
  },
  github: {
    file: 'blob',
    edit: 'edit',
    newFile: 'new',
    commit: 'commit',
    mergeRequest: 'pull',
    signs: '#',
    depth: 2,
  },
  forgejo: {
    file: 'src/branch',
    edit: '_edit',
    newFile: '_new',
    commit: 'commit',
    mergeRequest: 'pulls',
    signs: '#!',
    depth: 2,
  },
}

/**
 * Finds the forge from the remote, unless the configuration says more: `kind` for hosts whose name does not tell,
 * `url` (the project's address on the web) for what SSH does not know, such as a relative root, and `branch`.
 *
 * @param branch - the default branch
 * @returns null where there is no remote on a forge that we know
 */
export function forgeFrom(remoteUrl: string | null, settings: Configuration['forge'], branch: string): Forge | null {
  const remote = remoteUrl === null ? null : projectPlace(remoteUrl)
  const place = settings?.url === undefined ? remote : projectPlace(settings.url)
  if (place === null) return null
  const kind = settings?.kind ?? forgeKindOf(place.host)
  const project = encodePath(place.path)
  if (kind === null || project === null) return null
  const shape = SHAPES[kind]
  if (place.path.length < 2 || (kind === 'github' && place.path.length > 2)) return null

  const home = `${place.origin}/${project}`
  const at = encodePath((settings?.branch ?? branch).split('/'))
  const onBranch = (action: string, path: string) => {
    const encoded = path === '' ? '' : encodePath(path.split('/'))
    return at === null || encoded === null ? null : `${home}/${action}/${at}${encoded && `/${encoded}`}`
  }
  return {
    kind,
    name: forgeName(kind, place.host),
    home,
    file: (path) => (path === '' ? null : onBranch(shape.file, path)),
    edit: (path) => (path === '' ? null : onBranch(shape.edit, path)),
    newFile: (folder) => onBranch(shape.newFile, folder),
    commit: (id) => (/^[0-9a-f]{7,64}$/.test(id) ? `${home}/${shape.commit}/${id}` : null),
    mergeRequest({ reference, number, project: other }) {
      const sign = reference.match(/([!#])\d+$/)?.[1]
      if (sign === undefined || !shape.signs.includes(sign) || !Number.isSafeInteger(number) || number < 1) return null
      const base = other === null ? home : otherProject(other, place, remote, shape)
      return base === null ? null : `${base}/${shape.mergeRequest}/${number}`
    },
  }
}

/** Address of another project of the same forge, which may live below a relative root: `https://host/gitlab/...`. */
function otherProject(
  project: string,
  place: ProjectPlace,
  remote: ProjectPlace | null,
  { depth }: Shape,
): string | null {
  const segments = project.split('/')
  if (segments.length < 2 || !segments.every((segment) => /^[\w.+-]+$/.test(segment))) return null
  const own = depth ?? sharedEnd(place.path, remote?.path ?? []) ?? place.path.length
  const encoded = encodePath([...place.path.slice(0, place.path.length - own), ...segments])
  return encoded === null ? null : `${place.origin}/${encoded}`
}

/** Length of `path` when `whole` ends with it: what comes before is the forge's root. */
function sharedEnd(whole: readonly string[], path: readonly string[]): number | null {
  return path.length > 0 && whole.slice(-path.length).join('/') === path.join('/') ? path.length : null
}
