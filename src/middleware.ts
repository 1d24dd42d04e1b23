import { defineMiddleware } from 'astro:middleware'
import { relativeAssets } from './layouts/relative-assets.ts'

/** Astro writes the addresses of its own style sheets and scripts from the root of a server; the output is relative. */
export const onRequest = defineMiddleware(async (_context, next) => {
  const response = await next()
  if (!import.meta.env.PROD || response.headers.get('content-type')?.startsWith('text/html') !== true) return response
  return new Response(relativeAssets(await response.text()), response)
})
