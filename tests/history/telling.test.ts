import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinReasons } from '../../src/history/branch-reason.ts'
import { type Telling, tellingOf, titleOf } from '../../src/history/telling.ts'

const why = 'The old page was confusing for new people because it named two teams.'
const what = 'Moves the section on travel to the page about expenses.'

test.each([
  ['a squash merge on GitHub', 'Move travel (#12)', 'Move travel', '#12', null],
  ['one from another project', 'Move travel (sourcegraph/about#3866)', 'Move travel', '#3866', 'sourcegraph/about'],
  ['GitLab’s mark at the end', 'Move travel (!12)', 'Move travel', '!12', null],
  ['the same number twice', 'Move travel (#12) (#12)', 'Move travel', '#12', null],
  ['a backport with both numbers', 'Move travel (#12) (#15)', 'Move travel (#12)', '#15', null],
  ['a revert', 'Revert "Move travel (#12)" (#15)', 'Revert "Move travel (#12)"', '#15', null],
  ['an issue in the middle', 'Fix #12 in travel', 'Fix #12 in travel', null, null],
  ['a number alone', '(#12)', '(#12)', '#12', null],
  ['a merge on GitHub', 'Merge pull request #12 from ana/travel\n\nMove travel', 'Move travel', '#12', null],
  [
    'a merge on GitHub with a number in its title',
    'Merge pull request #12 from ana/travel\n\nMove travel (#12)',
    'Move travel',
    '#12',
    null,
  ],
  [
    'a merge on GitLab',
    "Merge branch 'travel' into 'main'\n\nMove travel\n\nCloses #5\n\nSee merge request group/sub/handbook!12",
    'Move travel',
    '!12',
    'group/sub/handbook',
  ],
  [
    'an old merge on GitLab',
    "Merge branch 'travel' into 'master'\n\nMove travel\n\nSee merge request !12",
    'Move travel',
    '!12',
    null,
  ],
  ['a squash on GitLab', 'Move travel\n\nSee merge request group/handbook!12', 'Move travel', '!12', 'group/handbook'],
  [
    'a merge on Forgejo',
    "Merge pull request 'Move travel: it's time' (#12) from ana/travel into main",
    "Move travel: it's time",
    '#12',
    null,
  ],
  [
    'a squash on Forgejo',
    'Move travel\n\nReviewed-on: https://codeberg.org/o/r/pulls/12\nReviewed-by: Ben <b@example.org>',
    'Move travel',
    '#12',
    null,
  ],
  [
    'a merge on Bitbucket',
    'Merged in travel (pull request #12)\n\nMove travel\n\nApproved-by: Ben',
    'Move travel',
    '#12',
    null,
  ],
  ['a merge on Azure DevOps', 'Merged PR 12: Move travel', 'Move travel', '!12', null],
  ['none at all', 'Move travel', 'Move travel', null, null],
])('reads title and merge request of %s', (_, message, title, reference, project) => {
  const telling = tellingOf(message, message.startsWith('Merge'), [])
  expect(telling.title).toBe(title)
  expect(telling.mergeRequest?.reference ?? null).toBe(reference)
  expect(telling.mergeRequest?.project ?? null).toBe(project)
})

test.each([
  [
    'the first line of the body that says something',
    "Merge branch 'x'\n\nUpdate index.md\n\nSay who to ask",
    ['Add a'],
    'Say who to ask',
  ],
  [
    'the merge request’s own name, however dull',
    'Merge pull request #1 from a/a-patch-1\n\nUpdate index.md',
    ['Update index.md', 'Say who to ask'],
    'Update index.md',
  ],
  [
    'not what a program wrote',
    'Merge pull request #1 from o/cms\n\nAutomatically generated. Merged on Netlify CMS.',
    ['Say who to ask'],
    'Say who to ask',
  ],
  [
    'a commit of the branch that says something, where the merge has no name',
    'Merge pull request #1 from a/a-patch-1',
    ['Update index.md', 'Say who to ask'],
    'Say who to ask',
  ],
  ['its own subject where there is nothing else', "Merge branch 'x'", [], "Merge branch 'x'"],
  [
    'never an address or trailer',
    "Merge branch 'x'\n\nCloses #5\nSigned-off-by: A <a@example.org>\n\nSay who to ask",
    [],
    'Say who to ask',
  ],
  [
    'a commit’s subject rather than the names of branches',
    'Merge pull request #1 from o/cms',
    ['Update page', 'Update index.md'],
    'Update index.md',
  ],
  [
    'its own subject where git pull merged the work of many',
    "Merge branch 'main' of example.org:o/r",
    ['Say who to ask', 'Name one team'],
    "Merge branch 'main' of example.org:o/r",
  ],
  ['its own subject where somebody wrote one', 'Say who to ask', ['Add a'], 'Say who to ask'],
])('the title of a merge is %s', (_, message, branch, title) => {
  expect(tellingOf(message, true, branch).title).toBe(title)
})

test('a title that a forge cut in two is whole again', () => {
  const message = 'Explain how the travel budget is shared between the two o… (#12)\n\n…ffices from now on\n\nMore.'
  expect(tellingOf(message, false, []).title).toBe(
    'Explain how the travel budget is shared between the two offices from now on',
  )
})

test('long titles are cut, control characters shown, addresses and credentials masked', () => {
  expect(tellingOf('x'.repeat(100_000), false, []).title).toHaveLength(300)
  expect(tellingOf('A\u001b[31m\u202Eb', false, []).title).toBe('A⟨U+001B⟩[31m⟨U+202E⟩b')
  expect(titleOf('Write to ana.lima+x@example.co.uk')).toBe('Write to (e-mail address)')
  expect(titleOf("Merge branch 'main' of https://ana:secret@example.org/r")).toBe(
    "Merge branch 'main' of https://example.org/r",
  )
  expect(titleOf("Merge branch 'main' of git@example.org:o/r")).toBe("Merge branch 'main' of git@example.org:o/r")
})

const reasonToldBy = ({ title, reasoning, branchReasons }: Telling) => reasoning ?? joinReasons(title, branchReasons)

const reasonOf = (message: string, isMerge = false, branch: readonly string[] = []) =>
  reasonToldBy(tellingOf(message, isMerge, branch))

test('the body of a commit is a reason, called why when it says why', () => {
  expect(reasonOf(`Move travel (#1)\n\n${why}`)).toEqual({ text: why, kind: 'why', source: 'squash' })
  expect(reasonOf(`Move travel (#1)\n\n${what}`)).toEqual({ text: what, kind: 'what', source: 'squash' })
})

test('the merge’s own words come before those of its branch', () => {
  const message = `Merge pull request #1 from a/x\n\nMove travel\n\n${what}`
  expect(reasonOf(message, true, [`One\n\n${why}`])).toEqual({ text: what, kind: 'what', source: 'merge' })
  expect(reasonOf('Merge pull request #1 from a/x\n\nMove travel', true, [`One\n\n${why}`])).toEqual({
    text: why,
    kind: 'why',
    source: 'branch',
  })
})

test('reasons of several commits stand under their titles, those that say why first', () => {
  const branch = [`Move the section\n\n${what}`, 'Fix typo', `Name one team\n\n${why}`, `Name one team again\n\n${why}`]
  expect(reasonOf('Merge pull request #1 from a/x\n\nMove travel', true, branch)?.text).toBe(
    `**Name one team again**\n\n${why}\n\n**Move the section**\n\n${what}`,
  )
})

test('a body that goes on where its subject ended takes the subject along', () => {
  const branch = ['Format the page\n\n... with Prettier, to make the next difference easier to read']
  expect(reasonOf('Merge pull request #1 from a/x\n\nUpdate reward page', true, branch)?.text).toBe(
    'Format the page ... with Prettier, to make the next difference easier to read',
  )
})

test('what git pull merges is not one change with one reason', () => {
  const pull = "Merge branch 'main' of github.com:o/r"
  expect(reasonOf(pull, true, [`One\n\n${why}`, `Two\n\n${what}`])).toBeNull()
})

test.each([
  ['nothing', ''],
  ['its title again', 'Move travel'],
  ['its title again as a list item, with other signs', '* Move: travel! (#1)'],
  [
    'trailers',
    'Co-authored-by: Ben Okri <ben@example.org>\nSigned-off-by: Ana <ana@example.org>\n(cherry picked from commit 0123456789)',
  ],
  ['lines of dashes', '---------\n\nCo-authored-by: Ben Okri <ben@example.org>'],
  [
    'the subjects of a squashed branch',
    '* Move travel\n\n* Name one team in the whole of the travel section\n\n* Apply suggestions from code review',
  ],
  ['subjects without the title', '* Add budget for two offices\n\n* Name one team in the travel section\n\n---------'],
  ['file names', 'Update content/travel/index.md\n\nUpdate and rename Travel rules.md to travel-rules.md'],
  ['a CMS’s words', 'Update Staff handbook page “recording-your-time”'],
  ['too little', 'Also cleaned up some links'],
  ['a reference', 'Closes #12, fixes group/project#3'],
  ['an address', 'https://example.org/a-very-long-address/of-a-discussion/that-says-nothing-by-itself'],
  ['stock words', '- minor edits\n- fix typos and formatting of the page'],
  ['formatters and merges', "* squash! Prettier\n* Merge branch 'main' into travel\n* Apply automatic fixes"],
  ['a comment', '<!-- Please describe why you made this change, and who should review it. -->'],
  ['an open comment', '<!-- Please describe why you made this change'],
  [
    'an unfilled template',
    '## Why\n\n## How did you test this?\n\nN/A\n\n- [ ] I have read the guide to contributing to this handbook',
  ],
  ['an image', '![screenshot of the page as it looks after this change](https://example.org/a.png)'],
  ['a quotation alone', '> We should move this page because nobody can find it where it is now.'],
  [
    'a program’s text',
    'Bumps [yaml](https://example.org/yaml) from 1 to 2.\n\nThis is needed because the old version was broken.',
  ],
  ['generated text', 'This pull request was automatically generated because the template has changed upstream.'],
  ['what git says of a revert', 'This reverts commit 0123456789abcdef0123456789abcdef01234567.'],
  ['what git says of conflicts', '# Conflicts:\n#\tcontent/travel/index.md\n#\tcontent/a/very/long/path/to/a/page.md'],
])('%s is no reason', (_, body) => {
  expect(reasonOf(`Move travel (#1)\n\n${body}`)).toBeNull()
})

test.each([
  ['a short why', 'We are no longer using it.', 'why'],
  ['a body in a squash list', `* Move travel\n\n${what}\n\n* squash! Prettier`, 'what'],
  ['a list that a person wrote', '* It is more helpful to say what to do than what to avoid', 'what'],
  ['a longer list that a person wrote', `Three things at once:\n* one team\n* one budget\n* ${what}`, 'what'],
  [
    'a paragraph in which a line looks like a file name',
    'This brings together all that stood in\ncontent/travel.md\nand in the old guide to expenses.',
    'what',
  ],
  [
    'a paragraph in which a line looks like a reference',
    'This is what came out of the discussion about\n#4512\nbefore the summer.',
    'what',
  ],
  ['a label', 'Why: asked for in the survey.', 'why'],
  ['a heading', '## Why\n\nAsked for in the survey.', 'why'],
  ['German', 'Die Regel gilt nicht mehr, weil es das Büro nicht mehr gibt.', 'why'],
  ['French', 'La page est supprimée parce que le bureau est fermé.', 'why'],
  ['Japanese', '古い規則は分かりにくく、新しい社員が迷っていたため、この段落を書き直しました。', 'why'],
])('%s is a reason', (_, body, kind) => {
  expect(reasonOf(`Move travel (#1)\n\n${body}`)?.kind).toBe(kind)
})

test('keeps what its author wrote and leaves out what is detail', () => {
  const body = [
    '<!-- template -->',
    '* Move travel',
    '',
    why,
    '',
    'Discussed in:',
    'https://example.org/thread',
    '',
    '```',
    'Signed-off-by: is part of the example',
    '```',
    '',
    '* squash! Prettier',
    '',
    '## Screenshots',
    '',
    '---------',
    '',
    'Co-authored-by: Ben Okri <ben@example.org>',
  ].join('\r\n')
  expect(reasonOf(`Move travel (#1)\r\n\r\n${body}`)?.text).toBe(
    `${why}\n\nDiscussed in:\nhttps://example.org/thread\n\n\`\`\`\nSigned-off-by: is part of the example\n\`\`\``,
  )
})

test('never drops a whole body for one word', () => {
  expect(reasonOf(`Move travel (#1)\n\n* squash! Prettier bot\n\n${why}\n\nrenovate[bot] helped.`)?.text).toContain(why)
})

test('cuts a text that nobody reads to the end, at a paragraph', () => {
  const text = reasonOf(`Move travel\n\n${`${why}\n\n`.repeat(200)}`)?.text ?? ''
  expect(text.length).toBeLessThan(6100)
  expect(text.endsWith(`${why} …`)).toBe(true)
})

test('any message has a title and no reason with control characters, and takes no long time', () => {
  const odd = fc.string({ unit: fc.constantFrom(...'[](<>!`*_#-:"\'\n\r\t \u0000\u202Eab@.1/'), maxLength: 300 })
  fc.assert(
    fc.property(
      fc.oneof(odd, fc.string({ unit: 'binary' })),
      fc.boolean(),
      fc.array(odd, { maxLength: 3 }),
      (message, isMerge, branch) => {
        const telling = tellingOf(message, isMerge, branch)
        const { title } = telling
        const reasoning = reasonToldBy(telling)
        expect(title).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u)
        expect(reasoning?.text ?? '').not.toMatch(/[^\P{Cc}\n\t]|\p{Bidi_Control}/u)
        if (reasoning !== null) expect(reasoning.text.trim()).not.toBe('')
      },
    ),
    { numRuns: 2000 },
  )
})

test.each(['[', '<!--', '`', '*', '![', 'a@', '- [ ] ', '> ', 'a/', '#1 ', 'x.', '“', ' ', '(#', '…'])(
  'takes a message of nothing but %s',
  (sign) => {
    const message = `Title\n\n${sign.repeat(60_000 / sign.length)}`
    expect(tellingOf(message, false, [message]).title).toBe('Title')
  },
)
