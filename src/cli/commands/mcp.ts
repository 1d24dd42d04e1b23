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
    const [
      { openHandbook },
      { handbookServer },
      { following },
      { ownSearch },
      { serveStdio },
      { buildSearchIndex },
      { wordsOf },
    ] = await Promise.all([
      import('../../handbook/open.ts'),
      import('../../mcp/server.ts'),
      import('../../mcp/following.ts'),
      import('../../mcp/own-search.ts'),
      import('@modelcontextprotocol/server/stdio'),
      import('../../search/build-index.ts'),
      import('../../search/handbook-words.ts'),
    ])
    const handbook = await openHandbook(target.root, { ...target.open, onProgress: () => {} })
    const { search, drop, close } = ownSearch(handbook, (documents, out) =>
      buildSearchIndex(documents, out, { words: wordsOf(handbook).words }),
    )
    const current = await following(handbook, drop)
    const name = handbook.shell.name
    await interruption(async (signal) => {
      const connection = serveStdio(() => handbookServer(name, current, search, version()))
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
