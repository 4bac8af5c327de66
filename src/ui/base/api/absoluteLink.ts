import { prefix } from '../prefix.ts'

/** With a whole address: a server that was not told what it is called (PUBLIC_URL) may answer links that begin with a slash. */
export function absoluteLink<T extends { readonly link: string }>(made: T): T {
  const { link } = made
  return link.startsWith('/') ? { ...made, link: `${location.origin}${prefix}${link}` } : made
}
