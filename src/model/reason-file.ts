import type { RepoPath } from './ids.ts'

const REASON = /(?:^|\/)reasons\/([0-9a-f]{7,64})\.md$/

/**
 * The beginning of a commit's id that names the file of a reason added later (`reasons/COMMIT.md`); null for any other
 * file. Such a file tells of a change and is no page.
 */
export const commitOfReason = (path: RepoPath | string): string | null => REASON.exec(path)?.[1] ?? null
