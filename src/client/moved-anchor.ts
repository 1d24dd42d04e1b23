import { ownJson, siteRoot } from './root.ts'

/** Leads from an anchor that the page has no more to where its heading is now, on this page or another. */
async function leadOn(): Promise<void> {
  const anchor = decoded(location.hash.slice(1))
  if (anchor === '' || anchor.startsWith(':~:') || isHere(anchor)) return
  if (/^b-[0-9a-z]{7,8}$/.test(anchor) && (await isAnswered(anchor))) return
  const anchors = (await ownJson('_whybook/anchors.json')) as Record<string, Record<string, string>> | null
  const target = anchors?.[routeHere()]?.[anchor]
  if (target !== undefined && !isHere(anchor)) location.replace(new URL(target, siteRoot()))
}

/** A link to a block that has left the page: what is known of it is in the file of the page's margin. */
async function isAnswered(id: string): Promise<boolean> {
  const file = document.querySelector('block-margin')?.getAttribute('mode')
  const text = document.querySelector<HTMLElement>('.folio .prose')
  if (file == null || text === null) return false
  try {
    const { answerFor } = await import('./why/gone.ts')
    return await answerFor(id, new URL(file, location.href), text)
  } catch {
    return false
  }
}

const isHere = (anchor: string): boolean =>
  document.getElementById(anchor) !== null || document.getElementsByName(anchor).length > 0

function routeHere(): string {
  const below = location.pathname.slice(new URL(siteRoot()).pathname.length - 1)
  return decoded(below).replace(/index\.html$/, '')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

addEventListener('hashchange', () => void leadOn())
void leadOn()
