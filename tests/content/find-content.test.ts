import { describe, expect, test } from 'vitest'
import { readConfiguration } from '../../src/content/configuration.ts'
import type { Files } from '../kit/files.ts'
import { writeFiles } from './read-files.ts'

const pages = (folder: string, count: number): Files =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${folder}/page-${index}.md`, '# Page']))

describe('the folder that holds the pages', () => {
  test.each<[string, Files, string]>([
    [
      'content/ beside notes about the repository',
      { 'README.md': '', 'CONTRIBUTING.md': '', ...pages('content/hr', 3), ...pages('templates', 1) },
      'content',
    ],
    ['docs/ of a program', { 'README.md': '', ...pages('docs', 5), ...pages('packages/a', 2) }, 'docs'],
    ['handbook/ by its name', { 'README.md': '', ...pages('company-handbook', 3) }, 'company-handbook'],
    [
      'the repository, when topics are its folders',
      { 'README.md': '', ...pages('hr', 3), ...pages('engineering', 9) },
      '',
    ],
    ['the repository, when it has an index', { 'index.md': '', ...pages('docs', 5) }, ''],
    ['the repository, when it has a SUMMARY.md', { 'SUMMARY.md': '', ...pages('docs', 5) }, ''],
    [
      'the repository, when docs/ holds the smaller part',
      { 'README.md': '', ...pages('docs', 2), ...pages('hr', 5) },
      '',
    ],
    ['the one inside src/', { 'README.md': '', ...pages('src/content/docs', 3) }, 'src/content/docs'],
    [
      'what Jekyll is told',
      { '_config.yml': 'title: X\nsource: "site"\n', ...pages('site', 1), ...pages('docs', 5) },
      'site',
    ],
    [
      'what MkDocs is told',
      { 'mkdocs.yml': 'docs_dir: ./manual/ # here\n', ...pages('manual', 1), ...pages('docs', 5) },
      'manual',
    ],
    [
      'what mdBook is told',
      { 'book.toml': '[book]\nsrc = "text"\n', ...pages('text', 1), ...pages('docs', 5) },
      'text',
    ],
    ['not what lies outside', { 'mkdocs.yml': 'docs_dir: ../secret\n', ...pages('docs', 5) }, 'docs'],
    [
      'the repository, when Jekyll has collections',
      { '_config.yml': 'collections_dir: src\n', ...pages('src/_hr', 5) },
      '',
    ],
    ['dependencies do not count', { ...pages('node_modules/x', 9), ...pages('docs', 2), 'README.md': '' }, 'docs'],
  ])('is %s', async (_, files, folder) => {
    expect((await readConfiguration(writeFiles(files))).contentRoot).toBe(folder)
  })
})
