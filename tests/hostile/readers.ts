/**
 * What reads words of strangers, each by its name as a function of one text. Run directly it reads every shape with
 * one of them and prints the name of each shape that it is done with: `node tests/hostile/readers.ts slug`.
 */
import { differenceHtml } from '../../src/components/difference.ts'
import { parseTarget } from '../../src/content/link-target.ts'
import { withoutExpressions } from '../../src/content/mdx-expressions.ts'
import { FILE_ON_FORGE } from '../../src/content/site-roots.ts'
import { writtenFolder } from '../../src/content/written-folder.ts'
import { projectPlace } from '../../src/forge/remote.ts'
import { readMailmap } from '../../src/git/mailmap.ts'
import { ReasonsByPage } from '../../src/history/branch-reason.ts'
import { writersOf } from '../../src/history/people.ts'
import { tellingOf } from '../../src/history/telling.ts'
import { splitBlocks } from '../../src/markdown/blocks.ts'
import { translateAlone } from '../../src/markdown/dialects/translate.ts'
import { readFrontMatter } from '../../src/markdown/front-matter.ts'
import { plainText, renderReason } from '../../src/markdown/inline.ts'
import { judgeSource } from '../../src/markdown/judge.ts'
import { outlineOf } from '../../src/markdown/outline.ts'
import { republish } from '../../src/markdown/republish.ts'
import { sourceDifference } from '../../src/markdown/source-difference.ts'
import { sanitiseSvg } from '../../src/markdown/svg.ts'
import { withoutNotes } from '../../src/markdown/without-notes.ts'
import type { RepoPath } from '../../src/model/ids.ts'
import { withoutOwnLabel } from '../../src/model/reason-words.ts'
import { readCodeOwners } from '../../src/people/code-owners.ts'
import { slug } from '../../src/text/slug.ts'
import { visible } from '../../src/text/visible.ts'
import { draw } from '../markdown/draw-kit.ts'
import { shapesOf } from './shapes.ts'

const path = 'page.md' as RepoPath
const id = '0'.repeat(40)

type Read = (text: string) => unknown

/** What parses; as long as the longest message that is read. */
const parsers: Readonly<Record<string, Read>> = {
  readFrontMatter: (text) => [
    readFrontMatter(text, path),
    readFrontMatter(`---\n${text}\n---\n`, path),
    readFrontMatter(`---\ntitle: ${text}\n---\n`, path),
    readFrontMatter(`+++\n${text}\n+++\n`, path),
    readFrontMatter(`\n---\na${text}\n---\n`, path),
  ],
  outlineOf: (text) => outlineOf(text, 1),
  renderMarkdown: (text) => draw(text).text,
  'renderMarkdown of a heading': (text) => draw(`# a${text}b}`).text,
  renderReason,
  plainText: (text) => plainText(text, 280),
  judgeSource,
  republish: (text) => [
    republish(text, { link: () => null, image: (target) => target }),
    republish(`<div>${text}`, { link: () => 'a', image: () => null }),
  ],
  sanitiseSvg: (text) => [sanitiseSvg(`<svg>${text}</svg>`), sanitiseSvg(`<svg><style>${text}</style></svg>`)],
  withoutNotes,
  sourceDifference: (text) => [
    differenceHtml(sourceDifference(text, `a${text.replaceAll('a', 'b')}`)),
    differenceHtml(sourceDifference(text.replaceAll(/.{200}/gs, '$&a\n'), text.replaceAll(/.{200}/gs, '$&b\n'))),
  ],
  reasoningOf: (text) => [
    tellingOf(text, false, []),
    tellingOf(`Title (#1)\n\n${text}`, false, []),
    tellingOf(`Title (#1)\n\n* ${text}\n\n* ${text}`, false, []),
    tellingOf(`Merge branch 'a'\n\n${text}`, true, [text, `Title\n\n${text}`]),
  ],
}

/** What looks at each character several times. */
const lists: Readonly<Record<string, Read>> = {
  writersOf: (text) =>
    writersOf(
      [
        {
          id,
          tree: id,
          parents: [],
          author: { name: text, email: text, at: null },
          committer: { name: text, email: text, at: null },
          message: `a\n\nCo-authored-by: ${text}\nCo-authored-by: a <b>${text}`,
        } as unknown as Parameters<typeof writersOf>[0][number],
      ],
      readMailmap(null),
    ),
  readCodeOwners: (text) => [
    readCodeOwners(text).ownersOf(path),
    readCodeOwners(`[a]\n${text} @b`).ownersOf(path),
    readCodeOwners(`* ${text}`).ownersOf(path),
  ],
}

/** What looks through a text once for each language, or asks the parser where its code is. */
const translators: Readonly<Record<string, Read>> = {
  translateAlone,
  withoutExpressions: (text) => [withoutExpressions(`{${text}`), withoutExpressions(`{ "a" ${text} }`)],
}

/** What only looks through a text: a million characters take no second, but hours in time in their square. */
const scanners: Readonly<Record<string, Read>> = {
  splitBlocks,
  readMailmap: (text) => [readMailmap(text)('a', 'b'), readMailmap(`a <${text}> b <${text}>`)('a', text)],
  slug,
  withoutOwnLabel: (text) => [withoutOwnLabel(`# Why${text}`), withoutOwnLabel(`Why?${text}`)],
  // As many commits of a branch and pages of each as the text has room for.
  ReasonsByPage: (text) => {
    const paths = Array.from({ length: Math.ceil(text.length / 250) }, (_, at) => `${at}.md` as RepoPath)
    const reasons = Array.from({ length: 20 }, () => ({ title: 'a', text: 'b', kind: 'why', paths }) as const)
    const byPage = new ReasonsByPage('a', reasons)
    return paths.map((each) => byPage.of([each, null]))
  },
  writtenFolder: (text) => [writtenFolder(text), writtenFolder(`a${text}`), writtenFolder(`./.${text}`)],
  projectPlace: (text) => [projectPlace(text), projectPlace(`https://a.b/a${text}`), projectPlace(`git@a.b:${text}`)],
  visible: (text) => [visible(text), visible(text, { lines: true })],
  parseTarget: (text) => [
    parseTarget(text),
    parseTarget(`/a${text}b`),
    parseTarget(`https://a/${text}`),
    FILE_ON_FORGE.exec(`/${text}`),
  ],
}

/** Each function, and the texts that it has to come to the end of. */
export const readers: ReadonlyMap<string, { readonly read: Read; readonly shapes: ReadonlyMap<string, string> }> =
  new Map(
    (
      [
        [parsers, 50_000],
        [lists, 100_000],
        [translators, 300_000],
        [scanners, 1_000_000],
      ] as const
    ).flatMap(([group, length]) => {
      const shapes = shapesOf(length)
      return Object.entries(group).map(([name, read]) => [name, { read, shapes }] as const)
    }),
  )

if (process.argv[1] === import.meta.filename) {
  const reader = readers.get(process.argv[2] ?? '')
  for (const [name, text] of reader?.shapes ?? []) {
    reader?.read(text)
    console.log(name)
  }
}
