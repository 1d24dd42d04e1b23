/// <reference types="astro/client" />

declare module 'virtual:whybook/mdx' {
  const pages: Readonly<Record<string, () => Promise<import('astro').MDXInstance<Record<string, unknown>>>>>
  export default pages
}
