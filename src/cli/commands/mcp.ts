import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Handbook } from '../../handbook/handbook.ts'
import type { Search } from '../../mcp/search-tool.ts'
import type { Command } from '../command.ts'
import { interruption } from '../interruption.ts'
import { targetOf } from '../target.ts'
import { version } from '../version.ts'

export const mcp: Command = {
  name: 'mcp',
  words: '',
  count: [0, 0],
  about: `Answers a language model's questions about the handbook, over the Model Context Protocol on standard input
and output. It only reads. A client starts it; there is nothing to see on a terminal.`,
  options: {},
  examples: [
    ['whybook mcp --root ../handbook', 'what a client runs'],
    ['claude mcp add handbook -- npx whybook mcp --root /path/to/handbook', 'registers it with a client'],
  ],
  run: async (call) => {
    const target = targetOf(call)
    const [{ openHandbook }, { handbookServer }, { serveStdio }] = await Promise.all([
      import('../../handbook/open.ts'),
      import('../../mcp/server.ts'),
      import('@modelcontextprotocol/server/stdio'),
    ])
    const handbook = await openHandbook(target.root, { ...target.open, onProgress: () => {} })
    const { search, close } = ownSearch(handbook)
    await interruption(async (signal) => {
      const connection = serveStdio(() => handbookServer(handbook, search, version()))
      const ended = Promise.withResolvers<void>()
      process.stdin.once('end', ended.resolve).once('close', ended.resolve)
      signal.addEventListener('abort', () => ended.resolve())
      await ended.promise
      await connection.close()
    })
    await close()
    await handbook.close()
    return 0
  },
}

/** Searches an index of its own, made when it is first asked: what was built last may be another state, or absent. */
function ownSearch(handbook: Handbook): { readonly search: Search; readonly close: () => Promise<void> } {
  let folder: Promise<string> | undefined
  const made = async (): Promise<string> => {
    const { buildSearchIndex } = await import('../../search/build-index.ts')
    const out = await mkdtemp(join(tmpdir(), 'whybook-mcp-'))
    const { wordsOf } = await import('../../search/handbook-words.ts')
    await buildSearchIndex(handbook.searchDocuments(), out, { words: wordsOf(handbook).words })
    return out
  }
  return {
    search: async (words) => {
      folder ??= made()
      const { searchIndex } = await import('../../search/search-index.ts')
      return searchIndex(await folder, words)
    },
    close: async () => {
      const out = await folder?.catch(() => undefined)
      if (out !== undefined) await rm(out, { recursive: true, force: true })
    },
  }
}
