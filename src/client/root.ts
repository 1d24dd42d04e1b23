/** Absolute address of the site's first page, with a trailing slash, wherever the output is served from. */
export const siteRoot = (): string => new URL(document.documentElement.dataset['root'] ?? './', location.href).href

/** Reads one of the site's own JSON files; null when it is missing or cannot be read. */
export async function ownJson(path: string): Promise<unknown> {
  try {
    const response = await fetch(new URL(path, siteRoot()))
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}
