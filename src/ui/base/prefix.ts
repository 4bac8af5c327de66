/** The path under which the page stands, behind a proxy; '' where there is none. The server writes it into the page. */
export const prefix: string = document.documentElement.dataset['prefix'] ?? ''

/** The path within the product. */
export function pathWithin(path: string): string {
  return path.startsWith(prefix) ? path.slice(prefix.length) || '/' : path
}
