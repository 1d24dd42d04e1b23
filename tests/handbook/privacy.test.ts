import { describe, expect, it } from 'vitest'
import { machineFiles } from '../../src/exports/files.ts'
import type { Route } from '../../src/model/ids.ts'
import { symlink } from '../kit/repo.ts'
import { changePages, handbookRepo, open, pageAt, published, viewOf } from './open.ts'

describe('a public build', () => {
  it('shows nothing of a draft: not its text, title, name, image, history or links to it', async () => {
    const repo = await handbookRepo({ 'index.md': '# Home\n\nSee [the plan](canary-plan.md).' })
    await repo.commit('Add canary plan\n\nBecause of canary reasons that only a few may know.', {
      'canary-plan.md': '---\ndraft: true\n---\n# Canary plan\n\n![Canary picture](canary.png)\n',
      'canary.png': 'png',
    })
    const text = await published(await open(repo.path))
    expect(text.replaceAll('See the plan', '')).not.toMatch(/canary/i)
  })

  it('shows no image of the folder of drafts, and says so', async () => {
    const repo = await handbookRepo({
      'index.md': '# Home\n\n![The plan](_drafts/canary.svg)\n\n[File](_drafts/canary.pdf)\n',
      '_drafts/canary.svg': '<svg/>',
      '_drafts/canary.pdf': 'pdf',
    })
    const handbook = await open(repo.path)
    expect(await published(handbook)).not.toMatch(/canary/i)
    expect(handbook.findings.map(({ ruleId }) => ruleId)).toContain('images/withheld')
    expect(await published(await open(repo.path, { audience: 'internal' }))).toContain('canary.svg')
  })

  it('names in the files for machines no page that may not be seen', async () => {
    const repo = await handbookRepo({
      'index.md': '# Home',
      'canary.md': '---\ndraft: true\nkind: policy\n---\n# Canary\n',
      'fees.md':
        '---\nkind: policy\nsupersedes: canary\nparent: Canary\n---\n# Fees\n\n<!-- c --> <a href="canary.md" data-x="canary.md">a</a>\n\n[//]: # (canary)\n\n[b][canary]\n\n[canary]: canary.md\n',
    })
    const text = [...machineFiles(await open(repo.path, { site: 'https://example.org/' }), [])]
      .map((file) => file.make())
      .join('\n')
    expect(text).not.toMatch(/canary/i)
  })

  it('shows nothing of an internal folder, and an internal build shows it', async () => {
    const repo = await handbookRepo({
      'index.md': '# Home',
      'handbook.yml': 'folders:\n  pay: { audience: internal }\n',
    })
    await repo.commit('Publish canary bands\n\nBecause everybody asked for the canary bands at once.', {
      'pay/bands.md': '# Canary bands\n',
    })
    expect(await published(await open(repo.path))).not.toMatch(/canary/i)
    expect(await published(await open(repo.path, { audience: 'internal' }))).toMatch(/Canary bands/)
  })

  it('shows no version that was a draft when it landed, nor its difference', async () => {
    const repo = await handbookRepo({ 'index.md': '# Home' })
    await repo.commit('Draft leave\n\nBecause we want canary numbers before anybody sees them.', {
      'leave.md': '---\nkind: policy\ndraft: true\n---\n# Leave\n\nCanary text.\n',
    })
    await repo.commit('Publish leave\n\nBecause the numbers are settled and everybody may see them.', {
      'leave.md': '---\nkind: policy\n---\n# Leave\n\nThirty days.\n',
    })
    const handbook = await open(repo.path)
    expect(await published(handbook)).not.toMatch(/canary/i)
    expect((await pageAt(handbook, '/leave/')).html).toContain('Thirty days')
  })

  it('names people and never their e-mail addresses', async () => {
    const repo = await handbookRepo({ 'index.md': '# Home' })
    await repo.commit(
      'Say more\n\nBecause it was too short for those who read it first.\n\nCo-authored-by: Bo Ek <bo@example.org>',
      { 'index.md': '# Home\n\nMore.', CODEOWNERS: '* @ana carl@example.org\n' },
      { author: 'Ana Lima', email: 'ana@example.org' },
    )
    const text = await published(await open(repo.path))
    expect(text).toContain('Bo Ek')
    expect(text).not.toMatch(/@example\.org/)
  })

  it('dates a page in the sitemap by the newest change that may be shown', async () => {
    const repo = await handbookRepo({ 'index.md': '# Home' }, { date: '2026-01-10T09:00:00+00:00' })
    const id = await repo.commit('Name the canary', { 'index.md': '# Canary' }, { date: '2026-02-10T09:00:00+00:00' })
    repo.write({ 'handbook.yml': `redact: [${id.slice(0, 10)}]\n` })
    expect((await open(repo.path)).changedAt('/' as Route)).toBe('2026-01-10T09:00:00+00:00')
  })

  it('leaves out what the configuration redacts', async () => {
    const repo = await handbookRepo({ 'index.md': '# Home' })
    const id = await repo.commit('Name the canary\n\nBecause somebody thought that this had to be written down.', {
      'index.md': '# Home\n\nCanary.',
    })
    await repo.commit('Take it out again', {
      'index.md': '# Home\n\nNothing.',
      'handbook.yml': `redact: [${id.slice(0, 10)}]\n`,
    })
    const text = await published(await open(repo.path))
    expect(text).not.toMatch(/Name the canary|thought that this/)
  })

  it('tells nothing of the history of a folder that shows none', async () => {
    const repo = await handbookRepo({
      'index.md': '# Home',
      'handbook.yml': 'folders:\n  people: { history: { show: none } }\n',
    })
    await repo.commit('Canary title\n\nBecause of a canary that nobody outside of this folder may know.', {
      'people/pay.md': '# Pay\n\nText.',
    })
    const handbook = await open(repo.path)
    expect(await published(handbook)).not.toMatch(/canary/i)
    expect((await pageAt(handbook, '/people/pay/')).history.shown).toBe(false)
  })

  it('shows no differences of a folder that shows a summary', async () => {
    const repo = await handbookRepo({
      'index.md': '# Home',
      'handbook.yml': 'folders:\n  people: { history: { show: summary } }\n',
    })
    await repo.commit('Add pay\n\nBecause people asked how their pay is found and nobody could say.', {
      'people/pay.md': '# Pay\n\nCanary.',
    })
    await repo.commit('Take the number out', { 'people/pay.md': '# Pay\n\nNothing.' })
    const [change] = await changePages(await open(repo.path))
    expect(change?.pages.map(({ lines, note }) => [lines, note])).toEqual([
      [[], 'The differences of this folder are not shown.'],
    ])
  })
})

describe('history of what was private', () => {
  const internal = (folder: string) => `folders:\n  ${folder}: { audience: internal }\n`

  it('is hidden under every name that a page withheld today has had', async () => {
    const repo = await handbookRepo({ 'index.md': '# Home', 'salaries/bands.md': '# Canary bands\n\nCanary sums.\n' })
    await repo.commit('Hide the canary', { 'handbook.yml': internal('salaries') })
    await repo.commit('Rename the folder', {
      'salaries/bands.md': null,
      'pay/bands.md': '# Canary bands\n\nCanary sums.\n',
      'handbook.yml': internal('pay'),
    })
    expect(await published(await open(repo.path))).not.toMatch(/canary|salaries/i)
    expect(await published(await open(repo.path, { audience: 'internal' }))).toMatch(/Canary sums/)
  })

  it('is hidden when the page and the rule for its folder are gone', async () => {
    const repo = await handbookRepo({ 'docs/a.md': '# A', 'docs/b.md': '# B', 'docs/salaries/x.md': '# Canary sums\n' })
    await repo.commit('Hide the canary', { 'handbook.yml': internal('salaries') })
    await repo.commit('Change the canary', { 'docs/salaries/x.md': '# Canary sums\n\nMore.\n' })
    await repo.commit('Remove the canary', { 'docs/salaries/x.md': null, 'handbook.yml': 'name: Handbook\n' })
    expect(await published(await open(repo.path))).not.toMatch(/canary|salaries/i)
  })

  it('is hidden for the time in which its folder was internal, though everybody may read it today', async () => {
    const repo = await handbookRepo({ 'index.md': '# Home', 'handbook.yml': internal('pay') })
    await repo.commit('Add canary', { 'pay/bands.md': '# Bands\n\nCanary sums.\n' })
    await repo.commit('Clear the canary up', { 'pay/bands.md': '# Bands\n\nFair sums.\n' })
    await repo.commit('Publish bands', { 'handbook.yml': 'name: Handbook\n' })
    await repo.commit('Say more', { 'pay/bands.md': '# Bands\n\nFair sums.\n\nFor all.\n' })
    const handbook = await open(repo.path)
    expect(await published(handbook)).not.toMatch(/canary/i)
    expect((await pageAt(handbook, '/pay/bands/')).history.total).toBe(1)
  })

  it.each([
    ['lay in the folder of drafts', '_drafts/x.md', '# X\n\nCanary text.\n'],
    ['had its front matter on one line', 'x.md', '---\n{title: X, draft: true}\n---\n# X\n\nCanary text.\n'],
    ['had a key that is spelled out', 'x.md', '---\n? draft\n: true\n---\n# X\n\nCanary text.\n'],
    ['was in UTF-16', 'x.md', Buffer.from('\uFEFF---\ndraft: true\n---\n# X\n\nCanary text.\n', 'utf16le')],
  ])('is hidden of a draft that %s', async (_, path, text) => {
    const repo = await handbookRepo({ 'index.md': '# Home' })
    await repo.commit('Draft the canary', { [path]: text })
    await repo.commit('Publish it', { ...(path === 'x.md' ? {} : { [path]: null }), 'x.md': '# X\n\nFinal text.\n' })
    await repo.commit('Say more', { 'x.md': '# X\n\nFinal text.\n\nMore.\n' })
    const handbook = await open(repo.path)
    expect(await published(handbook)).not.toMatch(/canary|drafts/i)
    expect(handbook.redirects).toEqual([])
  })

  it('does not tell the name that a page had as a draft', async () => {
    const body = '# Offices\n\nWhere we work, and from when on.\n'
    const repo = await handbookRepo({ 'index.md': '# Home' })
    await repo.commit('Prepare', { 'canary-closes.md': `---\ndraft: true\n---\n${body}` })
    await repo.commit('Publish', { 'canary-closes.md': null, 'offices.md': body })
    await repo.commit('Say more', { 'offices.md': `${body}\nMore.\n` })
    await repo.rename('offices.md', 'places.md')
    const handbook = await open(repo.path)
    expect(await published(handbook)).not.toMatch(/canary/i)
    expect((await viewOf(handbook, '/places/history/', 'history')).names).toEqual(['offices.md'])
  })

  it('is hidden of a page that moved into a folder that shows none', async () => {
    const repo = await handbookRepo({
      'index.md': '# Home',
      'handbook.yml': 'folders:\n  people: { history: { show: none } }\n',
    })
    await repo.commit('Add the canary\n\nBecause of a canary that nobody may know of today.', {
      'canary.md': '# Pay\n\nText.',
    })
    await repo.rename('canary.md', 'people/pay.md', 'Move it')
    expect(await published(await open(repo.path)).then((text) => text.replaceAll('/canary/', ''))).not.toMatch(
      /canary/i,
    )
  })

  it('takes the words of a branch with it, where the branch touched more than may be seen', async () => {
    const repo = await handbookRepo({ 'index.md': '# Home', 'a.md': '# A' })
    const branch = repo.branch('x')
    await branch.commit('Plan canary layoffs\n\nBecause the canary has to go before the year is over.', {
      'plan.md': '---\ndraft: true\n---\n# Plan\n',
    })
    await branch.commit('Correct a word', { 'a.md': '# A\n\nMore.' })
    await repo.merge('x', "Merge branch 'x'")
    const handbook = await open(repo.path)
    expect(await published(handbook)).not.toMatch(/canary/i)
    expect((await pageAt(handbook, '/a/')).history.total).toBe(2)
  })

  it('keeps the words of a branch that touched nothing else, and what a merge says itself', async () => {
    const repo = await handbookRepo({ 'index.md': '# Home', 'a.md': '# A' })
    await repo.branch('x').commit('Correct a word\n\nBecause it was wrong in a way that mattered.', {
      'a.md': '# A\n\nMore.',
      'plan.md': '---\ndraft: true\n---\n# Plan\n',
    })
    await repo.merge('x', "Merge branch 'x'\n\nShow what is in A\n\nBecause nobody could find out what was in there.")
    await repo.branch('y').commit('Say more of A\n\nBecause it was too short for everybody who read it.', {
      'a.md': '# A\n\nMore and more.',
    })
    await repo.merge('y', "Merge branch 'y'")
    const text = await published(await open(repo.path))
    expect(text).toContain('Show what is in A')
    expect(text).toContain('nobody could find out')
    expect(text).toContain('too short for everybody')
  })

  it('leaves out a reason that was written into a folder that is internal', async () => {
    const repo = await handbookRepo({ 'index.md': '# Home', 'handbook.yml': internal('secret') })
    const id = await repo.commit('Change it', { 'index.md': '# Home\n\nMore.' })
    await repo.commit('Say why', { [`secret/reasons/${id}.md`]: 'Because the canary asked for it.\n' })
    expect(await published(await open(repo.path))).not.toMatch(/canary/i)
    expect(await published(await open(repo.path, { audience: 'internal' }))).toMatch(/the canary asked/)
  })
})

describe('redact', () => {
  it('takes a commit of a branch out, and the reason that may be its own', async () => {
    const repo = await handbookRepo({ 'index.md': '# Home', 'a.md': '# A' })
    const id = await repo.branch('x').commit('Name the canary\n\nBecause the canary had to be named somewhere.', {
      'a.md': '# A\n\nMore.',
    })
    await repo.branch('x').commit('Correct a word', { 'a.md': '# A\n\nMore words.' })
    await repo.merge('x', "Merge branch 'x'")
    await repo.commit('Redact', { 'handbook.yml': `redact: [${id.slice(0, 9).toUpperCase()}]\n` })
    const handbook = await open(repo.path)
    expect(await published(handbook)).not.toMatch(/canary/i)
    expect(handbook.findings.filter(({ ruleId }) => ruleId === 'configuration/redact')).toEqual([])
  })

  it.each(['docs/People/Canary.md', 'people/canary.md', './people/'])('finds a page by %s', async (entry) => {
    const repo = await handbookRepo({ 'docs/index.md': '# Home', 'docs/people/canary.md': '# Canary' })
    await repo.commit('Remove it', { 'docs/people/canary.md': null })
    await repo.commit('Redact', { 'handbook.yml': `content: docs\nredact: ["${entry}"]\n` })
    const handbook = await open(repo.path)
    expect(await published(handbook)).not.toMatch(/canary/i)
    expect(handbook.findings.filter(({ ruleId }) => ruleId === 'configuration/redact')).toEqual([])
  })

  it('shows what a redacted commit put in by no later difference, nor by one of its branch', async () => {
    const repo = await handbookRepo({ 'index.md': '# Home', 'a.md': '# A\n\nFirst.\n' })
    const id = await repo.commit('Slip', { 'a.md': '# A\n\nFirst.\n\nThe canary.\n' })
    const because = '\n\nBecause everybody who read it asked for more of it.'
    await repo.commit(`Say more${because}`, { 'a.md': '# A\n\nFirst.\n\nThe canary.\n\nSecond.\n' })
    await repo.commit(`Word it${because}`, { 'a.md': '# A\n\nFirst.\n\nOur canary.\n\nSecond.\n' })
    await repo.commit(`Mend it${because}`, { 'a.md': '# A\n\nFirst.\n\nSecond, too.\n' })
    const inside = await repo.branch('x').commit('Slip again', { 'index.md': '# Home\n\nCanary.\n' })
    await repo.branch('x').commit('Take it out', { 'index.md': '# Home\n\nCanary, here.\n' })
    await repo.merge('x', `Merge branch 'x'${because}`)
    await repo.commit(`End${because}`, { 'index.md': '# Home\n\nNothing.\n' })
    await repo.commit('Redact', { 'handbook.yml': `redact: ["${id.slice(0, 10)}", "${inside.slice(0, 10)}"]\n` })
    const handbook = await open(repo.path)
    expect(await published(handbook)).not.toMatch(/canary/i)
    const changes = await changePages(handbook)
    const pageOf = (title: string) => changes.find((each) => each.title === title)?.pages[0]
    expect(pageOf('Say more')?.note).toBe('Its difference is not shown.')
    expect(pageOf('Mend it')?.lines.map(({ kind, text }) => [kind, text])).toEqual([
      ['same', '# A'],
      ['same', ''],
      ['same', 'First.'],
      ['same', ''],
      ['removed', '(not shown)'],
      ['removed', ''],
      ['removed', '(not shown)'],
      ['added', 'Second, too.'],
    ])
  })

  it('says so when an entry fits nothing', async () => {
    const repo = await handbookRepo({ 'index.md': '# Home', 'handbook.yml': 'redact: [people/canary.md, "1234567"]\n' })
    const handbook = await open(repo.path)
    const found = handbook.findings.filter(({ ruleId }) => ruleId === 'configuration/redact')
    expect(found.map(({ level, path }) => [level, path])).toEqual([
      ['error', 'handbook.yml'],
      ['error', 'handbook.yml'],
    ])
  })
})

describe('e-mail addresses', () => {
  it('reach the output from no front matter, title, reason or difference', async () => {
    const policy = (more: string, body: string) => `---\nkind: policy\n${more}---\n# Pay\n\n${body}\n`
    const repo = await handbookRepo({ 'index.md': '# Home' })
    const reason = 'Because josé@example.com and ana@müller.de asked for it, and nobody else had.'
    const people =
      'owner: own@example.org\ndeciders: [Ana <a@example.org>, bo@example.org]\napplies: all but x@example.org\n'
    await repo.commit(`Ask josé@example.com\n\n${reason}`, {
      'pay.md': policy(`${people}consulted: c@example.org\ninformed: [i@example.org]\n`, 'Ask old@example.org.'),
    })
    await repo.commit('Mend it\n\nBecause the one who was named there has left us since.', {
      'pay.md': policy(people, 'Ask now@example.org.'),
    })
    const handbook = await open(repo.path)
    const text = await published(handbook)
    expect(text.replaceAll('now@example.org', '')).not.toMatch(/@(?:example|müller)/)
    expect((await pageAt(handbook, '/pay/')).facts.find(({ label }) => label === 'Owner')?.value).toBe('own')
    const [change] = await changePages(handbook)
    expect(JSON.stringify(change?.pages)).toContain('Ask now@example.org.')
  })
})

it('does not follow a CODEOWNERS that is a link', async () => {
  const outside = await handbookRepo({ CODEOWNERS: '* @canary\n' })
  for (const files of [{ CODEOWNERS: symlink(`${outside.path}/CODEOWNERS`) }, { '.github': symlink(outside.path) }]) {
    const repo = await handbookRepo({ 'index.md': '# Home', ...files })
    expect(await published(await open(repo.path))).not.toMatch(/canary/i)
  }
})

it('comments stand in no difference, nor in anything else that is published', async () => {
  const repo = await handbookRepo({ 'index.md': '# Home\n\n<!-- canary -->\n' })
  const because = '\n\nBecause everybody who read it asked for more of it.'
  await repo.commit(`Say more${because}`, { 'index.md': '# Home\n\n<!-- canary one -->\n\nMore.\n' })
  await repo.commit(`Note it${because}`, { 'index.md': '# Home\n\n<!-- canary two -->\n\nMore.\n' })
  const handbook = await open(repo.path)
  expect(await published(handbook)).not.toMatch(/canary/i)
  const [note, more] = await changePages(handbook)
  expect(note?.pages[0]).toMatchObject({ lines: [], note: 'Only comments changed.' })
  expect(more?.pages[0]?.lines.map(({ text }) => text)).toContain('(comment)')
})

describe('hostile words of a commit', () => {
  it('reach the page as visible code points and never as markup', async () => {
    const repo = await handbookRepo({ 'index.md': '# Home' })
    await repo.commit(
      'Say \u202Eevil\u001b[31m <img src=x onerror=alert(1)>\n\nBecause <script>alert(1)</script> and <img src=x onerror=alert(2)> were asked for.',
      { 'index.md': '# Home\n\nText.' },
      { author: 'Mal\u2066lory' },
    )
    const [change] = await changePages(await open(repo.path))
    expect(change?.title).toBe('Say ⟨U+202E⟩evil⟨U+001B⟩[31m <img src=x onerror=alert(1)>')
    expect(change?.change.reason?.html).not.toMatch(/<script|<img|onerror=/)
    expect(change?.change.authors).toEqual(['Mal⟨U+2066⟩lory'])
  })
})
