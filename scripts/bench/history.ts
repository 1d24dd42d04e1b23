/**
 * Reads the history of a repository through one adapter, for the benchmark: node scripts/bench/history.ts ROOT native|isomorphic INDEX
 */
import { pastRules } from '../../src/content/past-rules.ts'
import { openRepository } from '../../src/git/open.ts'
import { readHistory } from '../../src/history/read.ts'

const [root = '', adapter, indexFile = ''] = process.argv.slice(2)
if (adapter !== 'native' && adapter !== 'isomorphic') throw new Error('usage: history.ts ROOT native|isomorphic INDEX')
const repository = await openRepository(root, { adapter })
if ('absent' in repository) throw new Error(repository.absent)
const { history } = await readHistory(repository, { indexFile, mailmap: null, readRules: async () => pastRules })
console.log(JSON.stringify({ changes: history.changes.length }))
await repository.close()
