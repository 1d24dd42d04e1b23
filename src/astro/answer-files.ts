import { createReadStream } from 'node:fs'
import type { AstroIntegration } from 'astro'
import { openedHandbook } from './current.ts'

/** What the development server answers beside pages, all read anew at each request. */
export interface DevFiles {
  /** A text and its media type, or a file and its, or null for what is not there. */
  find(path: string): Promise<DevFile | null>
}

export type DevFile =
  | { readonly type: string; readonly text: string }
  | { readonly type: string; readonly file: string }
  | { readonly redirect: string }

/** Answers for the files that a build would write beside the pages: images, the tree, the search index, redirects. */
export function answerFiles(files: DevFiles): AstroIntegration {
  return {
    name: 'whybook:files',
    hooks: {
      'astro:server:setup': ({ server }) => {
        if (openedHandbook() === null) return
        server.middlewares.use((request, response, next) => {
          const path = pathOf(request.url ?? '')
          if (path === null || request.method !== 'GET') return next()
          files.find(path).then((found) => {
            if (found === null) return next()
            if ('redirect' in found) {
              response.writeHead(302, { Location: found.redirect }).end()
              return
            }
            response.writeHead(200, { 'Content-Type': found.type, 'X-Content-Type-Options': 'nosniff' })
            if ('text' in found) response.end(found.text)
            else
              createReadStream(found.file)
                .on('error', () => response.destroy())
                .pipe(response)
          }, next)
        })
      },
    },
  }
}

function pathOf(url: string): string | null {
  try {
    return decodeURIComponent(url.split('?')[0] ?? '').slice(1)
  } catch {
    return null
  }
}
