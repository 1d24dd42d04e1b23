import type { Shell, View } from '../model/view.ts'
import { encodeRoute, hrefFrom } from '../text/relative.ts'

/**
 * Addresses as seen from a page: relative, so that the output works below any prefix; from 404.html, which a server
 * shows at any address, absolute below the shell's base.
 */
export function addressFrom(view: View, shell: Shell): (route: string) => string {
  if (view.type === 'not-found') return (route) => shell.base + encodeRoute(route).slice(1)
  return (route) => hrefFrom(view.route, route)
}
