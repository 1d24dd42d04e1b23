/** Absolute address of the site's first page, with a trailing slash, wherever the output is served from. */
export const siteRoot = (): string => new URL(document.documentElement.dataset['root'] ?? './', location.href).href

let build: Promise<unknown> | undefined

/** `_whybook/build.json`, what changes with every build; read once. */
export function buildJson(): Promise<unknown> {
  build ??= ownJson('_whybook/build.json')
  return build
}

/** Reads one of the site's own JSON files; null when it is missing or cannot be read. */
export async function ownJson(path: string): Promise<unknown> {
  try {
    const response = await fetch(new URL(path, siteRoot()))
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}
