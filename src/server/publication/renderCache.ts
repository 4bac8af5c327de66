import type { PublicationFiles } from '../../publicationRenderer/publication.ts'
import { sha256 } from '../store/rows.ts'
import type { PublicationRenderer } from './publicationRenderer.ts'

/** Capacity in characters: several hundred real charts of 30,000 each. */
const most = 8_000_000

/**
 * Caches renderings, so that a preview and its publication render once. Equal orders give
 * equal bytes, so the cache is not observable. Failed orders are not cached.
 */
export function renderCache(
  renderer: PublicationRenderer['publication'],
): PublicationRenderer['publication'] {
  const known = new Map<string, Promise<PublicationFiles>>()
  const sizes = new Map<string, number>()
  const forget = (key: string) => {
    known.delete(key)
    sizes.delete(key)
  }
  const keep = (key: string, rendered: PublicationFiles) => {
    sizes.set(
      key,
      Object.values(rendered).reduce((sum: number, text: string) => sum + text.length, 0),
    )
    let sum = [...sizes.values()].reduce((all, size) => all + size, 0)
    // A Map iterates in order of insertion: the oldest first.
    for (const [oldest, size] of sizes) {
      if (sum <= most || oldest === key) break
      forget(oldest)
      sum -= size
    }
  }
  return async (...order) => {
    const key = sha256(JSON.stringify(order))
    const before = known.get(key)
    if (before) return before
    const rendering = renderer(...order)
    known.set(key, rendering)
    try {
      const rendered = await rendering
      keep(key, rendered)
      return rendered
    } catch (error) {
      forget(key)
      throw error
    }
  }
}
