import type { PageTouch } from '../model/history.ts'
import type { RepoPath } from '../model/ids.ts'
import type { FrontMatterReading } from './front-matter.ts'

/** Who may read a version of a page: everybody, those who have the internal site, or only its authors. */
export type Visibility = PageTouch['visibility']

const STRICTNESS: readonly Visibility[] = ['public', 'internal', 'draft']

/** The stricter of two. */
export function stricter(a: Visibility, b: Visibility): Visibility {
  return STRICTNESS.indexOf(a) >= STRICTNESS.indexOf(b) ? a : b
}

/** What a file says itself of who may read it, by its place and its front matter; folder rules come on top. */
export function ownVisibility(path: RepoPath, frontMatter: Pick<FrontMatterReading, 'data' | 'withheld'>): Visibility {
  return stricter(visibilityOfPlace(path), visibilityOfFrontMatter(frontMatter))
}

/** Jekyll's folder of drafts makes a draft of what lies in it. */
export function visibilityOfPlace(path: RepoPath): Visibility {
  return /(?:^|\/)_drafts\//i.test(path) ? 'draft' : 'public'
}

/** What front matter's one door withholds counts as a draft. */
export function visibilityOfFrontMatter({ data, withheld }: Pick<FrontMatterReading, 'data' | 'withheld'>): Visibility {
  if (withheld || data.draft === true) return 'draft'
  return data.audience === 'internal' ? 'internal' : 'public'
}
