/** Path prefix behind a proxy, '' if there is none. The server writes it into the page. */
export const prefix: string = globalThis.document?.documentElement.dataset['prefix'] ?? ''

/** The path without the prefix. */
export function pathWithin(path: string): string {
  return path.startsWith(prefix) ? path.slice(prefix.length) || '/' : path
}
