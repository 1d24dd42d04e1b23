import { describe, expect, it } from 'vitest'
import { changePages, handbookRepo, open, pageAt, published } from './open.ts'

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
