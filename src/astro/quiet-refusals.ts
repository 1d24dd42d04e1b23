import type { AstroIntegration } from 'astro'

/** Keeps what Vite tells of each file that it refused out of the terminal: whoever asked got the answer. */
export function quietRefusals(): AstroIntegration {
  return {
    name: 'whybook:quiet-refusals',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const { logger } = server.config
        const tell = logger.error
        logger.error = (message, options) => {
          if (!/outside of Vite serving allow list/.test(message)) tell.call(logger, message, options)
        }
      },
    },
  }
}
