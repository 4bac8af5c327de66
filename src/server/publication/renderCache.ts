import type { PublicationFiles } from '../../publicationRenderer/publication.ts'
import { sha256 } from '../store/rows.ts'
import type { PublicationRenderer } from './publicationRenderer.ts'

/** Characters that are remembered: some hundred real charts of 30,000 each. */
const most = 8_000_000

/**
 * The renderer with a memory: what was pressed to be looked at is not pressed again to be
 * posted. The same order gives the same bytes, so nobody can tell. An order that failed
 * is forgotten.
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
  const keep = (key: string, pressed: PublicationFiles) => {
    sizes.set(
      key,
      Object.values(pressed).reduce((sum: number, text: string) => sum + text.length, 0),
    )
    let sum = [...sizes.values()].reduce((all, size) => all + size, 0)
    // A map lists what was pressed first.
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
    const pressing = renderer(...order)
    known.set(key, pressing)
    try {
      const pressed = await pressing
      keep(key, pressed)
      return pressed
    } catch (error) {
      forget(key)
      throw error
    }
  }
}
