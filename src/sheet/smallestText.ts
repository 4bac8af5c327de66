import type { DisplayItem } from './displayList.ts'

/** The smallest em among the ink, in mm; infinite where nothing is said. */
export function smallestText(items: readonly DisplayItem[], scale = 1): number {
  return items.reduce((least, one) => {
    if (one.kind === 'text') return Math.min(least, one.size * scale)
    if (one.kind === 'group') return Math.min(least, smallestText(one.children, scale * one.scale))
    return least
  }, Number.POSITIVE_INFINITY)
}
