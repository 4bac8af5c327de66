/**
 * The browser's storage of small settings. Where it is blocked, reading throws even at the name
 * `localStorage`; then settings last as long as the page.
 */
export function pageStorage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  try {
    return window.localStorage
  } catch {
    return forThisPage
  }
}

const kept = new Map<string, string>()

const forThisPage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
}
